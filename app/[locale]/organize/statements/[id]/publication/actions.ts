"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { create } from "@/domain/press-links/create";
import { createPressLinkInput, revokePressLinkInput } from "@/domain/press-links/input";
import { revoke } from "@/domain/press-links/revoke";

const refresh = () => revalidatePath("/[locale]/organize/statements/[id]", "layout");

export const createPressLinkAction = signedInAction
  .inputSchema(fromForm(createPressLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const made = await create(ctx.actor, parsedInput);
    refresh();
    return made;
  });

export const revokePressLinkAction = signedInAction
  .inputSchema(fromForm(revokePressLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const revoked = await revoke(ctx.actor, parsedInput);
    refresh();
    return revoked;
  });

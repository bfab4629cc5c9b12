"use server";

import { revalidatePath } from "next/cache";
import { create } from "@/domain/press-links/create";
import { createPressLinkInput, revokePressLinkInput, sendToListInput } from "@/domain/press-links/input";
import { revoke } from "@/domain/press-links/revoke";
import { sendToList } from "@/domain/press-links/send-to-list";
import { echoing, fromForm, signedInAction } from "./clients";

/** Both kinds of texts have a page of their publication. */
const refresh = () => {
  revalidatePath("/[locale]/organize/statements/[id]", "layout");
  revalidatePath("/[locale]/organize/announcements/[id]", "layout");
};

export const createPressLinkAction = signedInAction
  .inputSchema(fromForm(createPressLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const made = await create(ctx.actor, parsedInput);
    refresh();
    return made;
  });

export const sendToListAction = signedInAction
  .inputSchema(fromForm(sendToListInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const sent = await sendToList(ctx.actor, parsedInput);
    refresh();
    return sent;
  });

export const revokePressLinkAction = signedInAction
  .inputSchema(fromForm(revokePressLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const revoked = await revoke(ctx.actor, parsedInput);
    refresh();
    return revoked;
  });

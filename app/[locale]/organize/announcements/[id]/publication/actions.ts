"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { create } from "@/domain/preview-links/create";
import { createPreviewLinkInput, revokePreviewLinkInput } from "@/domain/preview-links/input";
import { revoke } from "@/domain/preview-links/revoke";

const refresh = () => revalidatePath("/[locale]/organize/announcements/[id]", "layout");

export const createPreviewLinkAction = signedInAction
  .inputSchema(fromForm(createPreviewLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const made = await create(ctx.actor, parsedInput);
    refresh();
    return made;
  });

export const revokePreviewLinkAction = signedInAction
  .inputSchema(fromForm(revokePreviewLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const revoked = await revoke(ctx.actor, parsedInput);
    refresh();
    return revoked;
  });

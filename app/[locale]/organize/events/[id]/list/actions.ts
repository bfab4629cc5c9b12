"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { publishListInput, withdrawListInput } from "@/domain/participant-lists/input";
import { publishList } from "@/domain/participant-lists/publish";
import { withdrawList } from "@/domain/participant-lists/withdraw";

const page = "/[locale]/organize/events/[id]/list";

export const publishListAction = signedInAction
  .inputSchema(fromForm(publishListInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const published = await publishList(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return published;
  });

export const withdrawListAction = signedInAction
  .inputSchema(fromForm(withdrawListInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const gone = await withdrawList(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return gone;
  });

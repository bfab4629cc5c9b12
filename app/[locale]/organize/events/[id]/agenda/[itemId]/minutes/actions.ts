"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { publishMinutesInput, saveMinutesInput, withdrawMinutesInput } from "@/domain/minutes/input";
import { publish } from "@/domain/minutes/publish";
import { save } from "@/domain/minutes/save";
import { withdraw } from "@/domain/minutes/withdraw";

const page = "/[locale]/organize/events/[id]/agenda/[itemId]/minutes";

export const saveMinutesAction = signedInAction
  .inputSchema(fromForm(saveMinutesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await save(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const publishMinutesAction = signedInAction
  .inputSchema(fromForm(publishMinutesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const published = await publish(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return published;
  });

export const withdrawMinutesAction = signedInAction
  .inputSchema(fromForm(withdrawMinutesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return withdrawn;
  });

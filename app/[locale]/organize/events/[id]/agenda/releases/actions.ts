"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { releaseAgainInput, releaseInput } from "@/domain/agenda/input";
import { release } from "@/domain/agenda/release";
import { releaseAgain } from "@/domain/agenda/release-again";

const event = "/[locale]/organize/events/[id]";

export const releaseAction = signedInAction
  .inputSchema(fromForm(releaseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const released = await release(ctx.actor, parsedInput);
    revalidatePath(event, "layout");
    return released;
  });

export const releaseAgainAction = signedInAction
  .inputSchema(fromForm(releaseAgainInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const released = await releaseAgain(ctx.actor, parsedInput);
    revalidatePath(event, "layout");
    return released;
  });

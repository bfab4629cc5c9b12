"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { answerSwap } from "@/domain/speakers/answer-swap";
import { handIn } from "@/domain/speakers/hand-in";
import { answerSwapInput, requestInput, speakerStepInput, swapInput } from "@/domain/speakers/input";
import { request } from "@/domain/speakers/request";
import { swap } from "@/domain/speakers/swap";
import { withdraw } from "@/domain/speakers/withdraw";
import { formFile } from "@/lib/form";

async function shown<T>(deed: Promise<T>): Promise<T> {
  const done = await deed;
  revalidatePath("/[locale]/desk", "layout");
  return done;
}

export const askForFloorAction = signedInAction
  .inputSchema(fromForm(requestInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(request(ctx.actor, parsedInput)));

export const takeBackAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(withdraw(ctx.actor, parsedInput)));

export const askSwapAction = signedInAction
  .inputSchema(fromForm(swapInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(swap(ctx.actor, parsedInput)));

export const answerSwapAtDeskAction = signedInAction
  .inputSchema(fromForm(answerSwapInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(answerSwap(ctx.actor, parsedInput)));

export const handInSpeechAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, clientInput, ctx }) =>
    shown(handIn(ctx.actor, parsedInput, formFile(clientInput, "file"))),
  );

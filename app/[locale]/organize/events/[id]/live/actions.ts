"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { delay } from "@/domain/agenda/delay";
import { delayInput, runInput } from "@/domain/agenda/input";
import { begin } from "@/domain/live/begin";
import { finish } from "@/domain/live/finish";
import { absent } from "@/domain/speakers/absent";
import { answerSwap } from "@/domain/speakers/answer-swap";
import { call } from "@/domain/speakers/call";
import { edit } from "@/domain/speakers/edit";
import { end } from "@/domain/speakers/end";
import { extend } from "@/domain/speakers/extend";
import { giveFloor } from "@/domain/speakers/give-floor";
import {
  answerSwapInput,
  editListInput,
  extendInput,
  openListInput,
  pinInput,
  publishListInput,
  requestInput,
  speakerStepInput,
  swapInput,
} from "@/domain/speakers/input";
import { open } from "@/domain/speakers/open";
import { pause } from "@/domain/speakers/pause";
import { pin } from "@/domain/speakers/pin";
import { publish } from "@/domain/speakers/publish";
import { request } from "@/domain/speakers/request";
import { swap } from "@/domain/speakers/swap";
import { withdraw } from "@/domain/speakers/withdraw";

/** The pages that show it are made anew: the workspace's here, all others by the stream. */
async function shown<T>(deed: Promise<T>): Promise<T> {
  const done = await deed;
  revalidatePath("/[locale]/organize", "layout");
  return done;
}

export const beginAction = signedInAction
  .inputSchema(fromForm(runInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(begin(ctx.actor, parsedInput)));

export const finishAction = signedInAction
  .inputSchema(fromForm(runInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(finish(ctx.actor, parsedInput)));

export const delayAction = signedInAction
  .inputSchema(fromForm(delayInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(delay(ctx.actor, parsedInput)));

export const openListAction = signedInAction
  .inputSchema(fromForm(openListInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(open(ctx.actor, parsedInput)));

export const editListAction = signedInAction
  .inputSchema(fromForm(editListInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(edit(ctx.actor, parsedInput)));

export const requestAction = signedInAction
  .inputSchema(fromForm(requestInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(request(ctx.actor, parsedInput)));

export const callAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(call(ctx.actor, parsedInput)));

export const absentAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(absent(ctx.actor, parsedInput)));

export const giveFloorAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(giveFloor(ctx.actor, parsedInput)));

export const pauseAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(pause(ctx.actor, parsedInput)));

export const endAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(end(ctx.actor, parsedInput)));

export const withdrawSpeakerAction = signedInAction
  .inputSchema(fromForm(speakerStepInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(withdraw(ctx.actor, parsedInput)));

export const extendAction = signedInAction
  .inputSchema(fromForm(extendInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(extend(ctx.actor, parsedInput)));

export const pinAction = signedInAction
  .inputSchema(fromForm(pinInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(pin(ctx.actor, parsedInput)));

export const swapAction = signedInAction
  .inputSchema(fromForm(swapInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(swap(ctx.actor, parsedInput)));

export const answerSwapAction = signedInAction
  .inputSchema(fromForm(answerSwapInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(answerSwap(ctx.actor, parsedInput)));

export const publishListAction = signedInAction
  .inputSchema(fromForm(publishListInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(publish(ctx.actor, parsedInput)));

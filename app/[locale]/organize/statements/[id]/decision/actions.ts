"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { answer } from "@/domain/procedures/answer";
import { cancel } from "@/domain/procedures/cancel";
import { extend } from "@/domain/procedures/extend";
import { answerInput, cancelInput, extendInput, openInput } from "@/domain/procedures/input";
import { open } from "@/domain/procedures/open";

async function shown<T>(deed: Promise<T>): Promise<T> {
  const done = await deed;
  revalidatePath("/[locale]/organize/statements/[id]", "layout");
  return done;
}

export const openProcedureAction = signedInAction
  .inputSchema(fromForm(openInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(open(ctx.actor, parsedInput)));

export const extendProcedureAction = signedInAction
  .inputSchema(fromForm(extendInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(extend(ctx.actor, parsedInput)));

export const cancelProcedureAction = signedInAction
  .inputSchema(fromForm(cancelInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(cancel(ctx.actor, parsedInput)));

export const recordAnswerAction = signedInAction
  .inputSchema(fromForm(answerInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(answer(ctx.actor, parsedInput)));

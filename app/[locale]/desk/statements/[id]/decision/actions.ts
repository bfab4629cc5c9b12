"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { answer } from "@/domain/procedures/answer";
import { answerInput } from "@/domain/procedures/input";

export const answerProcedureAction = signedInAction
  .inputSchema(fromForm(answerInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const answered = await answer(ctx.actor, parsedInput);
    revalidatePath("/[locale]/desk", "layout");
    return answered;
  });

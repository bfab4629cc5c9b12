"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { searchAgreed } from "@/domain/statements/agreed/queries";
import { agreedInput, reviewTranslationInput, settleInput, textInput } from "@/domain/statements/input";
import { reviewTranslation } from "@/domain/statements/review-translation";
import { save } from "@/domain/statements/save";
import { settle } from "@/domain/statements/settle";

const refresh = () => revalidatePath("/[locale]/organize/statements/[id]", "layout");

export const saveTextAction = signedInAction
  .inputSchema(fromForm(textInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await save(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const settleAction = signedInAction
  .inputSchema(fromForm(settleInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const settled = await settle(ctx.actor, parsedInput);
    refresh();
    return settled;
  });

export const reviewTranslationAction = signedInAction
  .inputSchema(fromForm(reviewTranslationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reviewed = await reviewTranslation(ctx.actor, parsedInput);
    refresh();
    return reviewed;
  });

export const searchAgreedAction = signedInAction
  .inputSchema(fromForm(agreedInput), echoing)
  .action(async ({ parsedInput, ctx }) => searchAgreed(ctx.actor, parsedInput));

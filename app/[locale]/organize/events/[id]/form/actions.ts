"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { addQuestion } from "@/domain/questions/add";
import { applyPreset } from "@/domain/questions/apply-preset";
import { copyForm } from "@/domain/questions/copy-form";
import { editQuestion } from "@/domain/questions/edit";
import {
  copyFormInput,
  editQuestionInput,
  moveQuestionInput,
  presetInput,
  questionInput,
  removeQuestionInput,
} from "@/domain/questions/input";
import { moveQuestion } from "@/domain/questions/move";
import { removeQuestion } from "@/domain/questions/remove";

const form = "/[locale]/organize/events/[id]/form";

async function backToForm(eventId: string): Promise<never> {
  redirect(`/${await requestLocale()}/organize/events/${eventId}/form` as never);
}

export const addQuestionAction = signedInAction
  .inputSchema(fromForm(questionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await addQuestion(ctx.actor, parsedInput);
    return backToForm(parsedInput.eventId);
  });

export const editQuestionAction = signedInAction
  .inputSchema(fromForm(editQuestionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await editQuestion(ctx.actor, parsedInput);
    return backToForm(eventId);
  });

export const removeQuestionAction = signedInAction
  .inputSchema(fromForm(removeQuestionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await removeQuestion(ctx.actor, parsedInput);
    return backToForm(eventId);
  });

export const moveQuestionAction = signedInAction
  .inputSchema(fromForm(moveQuestionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const moved = await moveQuestion(ctx.actor, parsedInput);
    revalidatePath(form, "page");
    return moved;
  });

export const applyPresetAction = signedInAction
  .inputSchema(fromForm(presetInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await applyPreset(ctx.actor, parsedInput);
    revalidatePath(form, "page");
    return added;
  });

export const copyFormAction = signedInAction
  .inputSchema(fromForm(copyFormInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await copyForm(ctx.actor, parsedInput);
    revalidatePath(form, "page");
    return added;
  });

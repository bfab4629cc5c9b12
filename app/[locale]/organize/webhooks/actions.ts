"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { create } from "@/domain/webhooks/create";
import { edit } from "@/domain/webhooks/edit";
import { editWebhookInput, sendInput, webhookInput, webhookStepInput } from "@/domain/webhooks/input";
import { pause, resume } from "@/domain/webhooks/pause";
import { remove } from "@/domain/webhooks/remove";
import { rotate } from "@/domain/webhooks/rotate";
import { sendAgain, sendTest } from "@/domain/webhooks/send";

const page = () => revalidatePath("/[locale]/organize/webhooks/[id]", "page");

export const createWebhookAction = signedInAction
  .inputSchema(fromForm(webhookInput), echoing)
  .stateAction(({ parsedInput, ctx }) => create(ctx.actor, parsedInput));

export const editWebhookAction = signedInAction
  .inputSchema(fromForm(editWebhookInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    page();
    return saved;
  });

export const pauseWebhookAction = signedInAction
  .inputSchema(fromForm(webhookStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await pause(ctx.actor, parsedInput);
    page();
    return saved;
  });

export const resumeWebhookAction = signedInAction
  .inputSchema(fromForm(webhookStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await resume(ctx.actor, parsedInput);
    page();
    return saved;
  });

export const rotateWebhookAction = signedInAction
  .inputSchema(fromForm(webhookStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const made = await rotate(ctx.actor, parsedInput);
    page();
    return made;
  });

export const removeWebhookAction = signedInAction
  .inputSchema(fromForm(webhookStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await remove(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/webhooks` as never);
  });

export const testWebhookAction = signedInAction
  .inputSchema(fromForm(sendInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const sent = await sendTest(ctx.actor, parsedInput);
    page();
    return sent;
  });

export const sendAgainAction = signedInAction
  .inputSchema(fromForm(sendInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const sent = await sendAgain(ctx.actor, parsedInput);
    page();
    return sent;
  });

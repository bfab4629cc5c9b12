"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { compose } from "@/domain/mailings/compose";
import { discard } from "@/domain/mailings/discard";
import { edit } from "@/domain/mailings/edit";
import { composeInput, editMailingInput, mailingStepInput, removeDraftInput } from "@/domain/mailings/input";
import { release } from "@/domain/mailings/release";
import { removeDraft } from "@/domain/mailings/remove-draft";
import { edit as editTemplate } from "@/domain/templates/edit";
import { previewInput, templateInput } from "@/domain/templates/input";
import { preview } from "@/domain/templates/preview";
import { participantsOf } from "./filter";

const mail = "/[locale]/organize/events/[id]/mail";

export const editTemplateAction = signedInAction
  .inputSchema(fromForm(templateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editTemplate(ctx.actor, parsedInput);
    revalidatePath(mail, "layout");
    return saved;
  });

export const previewTemplateAction = signedInAction
  .inputSchema(fromForm(previewInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => preview(ctx.actor, parsedInput));

export const composeAction = signedInAction
  .inputSchema(fromForm(composeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await compose(ctx.actor, parsedInput, participantsOf(parsedInput.query));
    redirect(`/${await requestLocale()}/organize/events/${parsedInput.eventId}/mail/bulk/${id}` as never);
  });

export const editMailingAction = signedInAction
  .inputSchema(fromForm(editMailingInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await edit(ctx.actor, parsedInput);
    revalidatePath(mail, "layout");
    redirect(`/${await requestLocale()}/organize/events/${eventId}/mail/bulk/${parsedInput.id}` as never);
  });

export const removeDraftAction = signedInAction
  .inputSchema(fromForm(removeDraftInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await removeDraft(ctx.actor, parsedInput);
    revalidatePath(mail, "layout");
    return removed;
  });

export const releaseAction = signedInAction
  .inputSchema(fromForm(mailingStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await release(ctx.actor, parsedInput);
    revalidatePath(mail, "layout");
    return done;
  });

export const discardAction = signedInAction
  .inputSchema(fromForm(mailingStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await discard(ctx.actor, parsedInput);
    revalidatePath(mail, "layout");
    return done;
  });

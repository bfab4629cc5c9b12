"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { add } from "@/domain/run-of-show/add";
import { copy } from "@/domain/run-of-show/copy";
import { edit } from "@/domain/run-of-show/edit";
import { copyCuesInput, cueInput, cueStepInput, editCueInput } from "@/domain/run-of-show/input";
import { remove } from "@/domain/run-of-show/remove";
import { tick } from "@/domain/run-of-show/tick";
import { untick } from "@/domain/run-of-show/untick";

async function backToShow(eventId: string, part = ""): Promise<never> {
  redirect(`/${await requestLocale()}/organize/events/${eventId}/agenda/run-of-show${part}` as never);
}

/** Also where it is refused the page shows what others did meanwhile. */
async function shownAfter<T>(deed: Promise<T>): Promise<T> {
  return deed.finally(refresh);
}

export const addCueAction = signedInAction
  .inputSchema(fromForm(cueInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await add(ctx.actor, parsedInput);
    return backToShow(parsedInput.eventId, `#cue-${id}`);
  });

export const editCueAction = signedInAction
  .inputSchema(fromForm(editCueInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await edit(ctx.actor, parsedInput);
    return backToShow(parsedInput.eventId, `#cue-${id}`);
  });

export const removeCueAction = signedInAction
  .inputSchema(fromForm(cueStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await remove(ctx.actor, parsedInput);
    return backToShow(eventId);
  });

export const copyCuesAction = signedInAction
  .inputSchema(fromForm(copyCuesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await copy(ctx.actor, parsedInput);
    return backToShow(eventId, `#item-${parsedInput.toItemId}`);
  });

export const tickAction = signedInAction
  .inputSchema(fromForm(cueStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => shownAfter(tick(ctx.actor, parsedInput)));

export const untickAction = signedInAction
  .inputSchema(fromForm(cueStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => shownAfter(untick(ctx.actor, parsedInput)));

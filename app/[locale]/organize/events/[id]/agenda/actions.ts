"use server";

import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { addItem } from "@/domain/agenda/add-item";
import { editItem } from "@/domain/agenda/edit-item";
import { agendaItemInput, editAgendaItemInput, removeAgendaItemInput } from "@/domain/agenda/input";
import { removeItem } from "@/domain/agenda/remove-item";

async function backToAgenda(eventId: string): Promise<never> {
  redirect(`/${await requestLocale()}/organize/events/${eventId}/agenda` as never);
}

export const addItemAction = signedInAction
  .inputSchema(fromForm(agendaItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await addItem(ctx.actor, parsedInput);
    return backToAgenda(parsedInput.eventId);
  });

export const editItemAction = signedInAction
  .inputSchema(fromForm(editAgendaItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await editItem(ctx.actor, parsedInput);
    return backToAgenda(parsedInput.eventId);
  });

export const removeItemAction = signedInAction
  .inputSchema(fromForm(removeAgendaItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await removeItem(ctx.actor, parsedInput);
    return backToAgenda(eventId);
  });

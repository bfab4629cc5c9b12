"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { addItem } from "@/domain/agenda/add-item";
import { copyFrom } from "@/domain/agenda/copy-from";
import { duplicate } from "@/domain/agenda/duplicate";
import { editItem } from "@/domain/agenda/edit-item";
import {
  agendaItemInput,
  copyFromInput,
  duplicateItemInput,
  editAgendaItemInput,
  moveBlockInput,
  placeInput,
  removeAgendaItemInput,
} from "@/domain/agenda/input";
import { moveBlock } from "@/domain/agenda/move-block";
import { place } from "@/domain/agenda/place";
import { removeItem } from "@/domain/agenda/remove-item";

const agenda = "/[locale]/organize/events/[id]/agenda";

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

export const duplicateItemAction = signedInAction
  .inputSchema(fromForm(duplicateItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await duplicate(ctx.actor, parsedInput);
    return backToAgenda(eventId);
  });

export const moveBlockAction = signedInAction
  .inputSchema(fromForm(moveBlockInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const moved = await moveBlock(ctx.actor, parsedInput);
    revalidatePath(agenda, "page");
    return moved;
  });

export const copyFromAction = signedInAction
  .inputSchema(fromForm(copyFromInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const copied = await copyFrom(ctx.actor, parsedInput);
    revalidatePath(agenda, "page");
    return copied;
  });

/** The deeds of the grid, which stays where it is: it is told what became of each. */
export const quickAddAction = signedInAction
  .inputSchema(fromForm(agendaItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => addItem(ctx.actor, parsedInput));

export const placeAction = signedInAction
  .inputSchema(placeInput)
  .action(async ({ parsedInput, ctx }) => place(ctx.actor, parsedInput));

export const layCopyAction = signedInAction
  .inputSchema(duplicateItemInput)
  .action(async ({ parsedInput, ctx }) => duplicate(ctx.actor, parsedInput));

export const takeOutAction = signedInAction
  .inputSchema(removeAgendaItemInput)
  .action(async ({ parsedInput, ctx }) => removeItem(ctx.actor, parsedInput));

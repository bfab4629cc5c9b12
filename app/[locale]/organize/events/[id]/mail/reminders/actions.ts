"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { add } from "@/domain/reminders/add";
import { edit } from "@/domain/reminders/edit";
import { editReminderInput, reminderInput, removeReminderInput } from "@/domain/reminders/input";
import { remove } from "@/domain/reminders/remove";

const list = "/[locale]/organize/events/[id]/mail/reminders";

export const addReminderAction = signedInAction
  .inputSchema(fromForm(reminderInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await add(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    redirect(`/${await requestLocale()}/organize/events/${parsedInput.eventId}/mail/reminders` as never);
  });

export const editReminderAction = signedInAction
  .inputSchema(fromForm(editReminderInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await edit(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    redirect(`/${await requestLocale()}/organize/events/${eventId}/mail/reminders` as never);
  });

export const removeReminderAction = signedInAction
  .inputSchema(fromForm(removeReminderInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await remove(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return removed;
  });

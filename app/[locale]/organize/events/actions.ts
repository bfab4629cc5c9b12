"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { announce } from "@/domain/events/announce";
import { cancel } from "@/domain/events/cancel";
import { conclude } from "@/domain/events/conclude";
import { create } from "@/domain/events/create";
import { edit } from "@/domain/events/edit";
import { cancelEventInput, editEventInput, eventInput, eventStepInput } from "@/domain/events/input";

export const createEventAction = signedInAction
  .inputSchema(fromForm(eventInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/events/${id}` as never);
  });

export const editEventAction = signedInAction
  .inputSchema(fromForm(editEventInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]", "layout");
    return saved;
  });

export const announceEventAction = signedInAction
  .inputSchema(fromForm(eventStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await announce(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]", "layout");
    return done;
  });

export const cancelEventAction = signedInAction
  .inputSchema(fromForm(cancelEventInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await cancel(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]", "layout");
    return done;
  });

export const concludeEventAction = signedInAction
  .inputSchema(fromForm(eventStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await conclude(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]", "layout");
    return done;
  });

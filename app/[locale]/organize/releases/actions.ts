"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { addItems, addMail } from "@/domain/releases/add-items";
import { cancel } from "@/domain/releases/cancel";
import { editItem, removeItem, renewItem } from "@/domain/releases/change-item";
import { create } from "@/domain/releases/create";
import { edit } from "@/domain/releases/edit";
import {
  addItemsInput,
  addMailInput,
  cancelReleaseInput,
  editItemInput,
  editReleaseInput,
  itemInput,
  rehearseInput,
  releaseInput,
  releaseStepInput,
  renewItemInput,
  scheduleInput,
  undoInput,
} from "@/domain/releases/input";
import { publish } from "@/domain/releases/publish";
import { rehearsalCookie } from "@/domain/releases/rehearsal";
import { rehearse } from "@/domain/releases/rehearse";
import { schedule, unschedule } from "@/domain/releases/schedule";
import { undo } from "@/domain/releases/undo";
import { env } from "@/lib/env";

// What the browser has kept of other pages was made before this: all of it is asked for anew.
const refresh = () => revalidatePath("/[locale]", "layout");

export const createReleaseAction = signedInAction
  .inputSchema(fromForm(releaseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/releases/${id}` as never);
  });

export const editReleaseAction = signedInAction
  .inputSchema(fromForm(editReleaseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const addItemsAction = signedInAction
  .inputSchema(fromForm(addItemsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await addItems(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const addMailAction = signedInAction
  .inputSchema(fromForm(addMailInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await addMail(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const editItemAction = signedInAction
  .inputSchema(fromForm(editItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editItem(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const removeItemAction = signedInAction
  .inputSchema(fromForm(itemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await removeItem(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const renewItemAction = signedInAction
  .inputSchema(fromForm(renewItemInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await renewItem(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const scheduleAction = signedInAction
  .inputSchema(fromForm(scheduleInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await schedule(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const unscheduleAction = signedInAction
  .inputSchema(fromForm(releaseStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await unschedule(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const publishReleaseAction = signedInAction
  .inputSchema(fromForm(releaseStepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await publish(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const cancelReleaseAction = signedInAction
  .inputSchema(fromForm(cancelReleaseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await cancel(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const undoAction = signedInAction
  .inputSchema(fromForm(undoInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await undo(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const rehearseAction = signedInAction
  .inputSchema(fromForm(rehearseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { token, expiresAt } = await rehearse(ctx.actor, parsedInput);
    (await cookies()).set(rehearsalCookie, token, {
      httpOnly: true,
      sameSite: "lax",
      secure: env().BASE_URL.startsWith("https:"),
      path: "/",
      expires: expiresAt,
    });
    refresh();
    redirect(`/${await requestLocale()}` as never);
  });

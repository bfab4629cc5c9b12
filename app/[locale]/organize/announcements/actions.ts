"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { create } from "@/domain/announcements/create";
import { edit } from "@/domain/announcements/edit";
import { draftFactBox } from "@/domain/announcements/fact-box";
import {
  announcementFactsInput,
  announcementInput,
  editionInput,
  factBoxInput,
  publishInput,
  restoreInput,
  withdrawInput,
} from "@/domain/announcements/input";
import { publish } from "@/domain/announcements/publish";
import { restore } from "@/domain/announcements/restore";
import { saveEdition } from "@/domain/announcements/save-edition";
import { withdraw } from "@/domain/announcements/withdraw";

const refresh = () => revalidatePath("/[locale]/organize/announcements/[id]", "layout");

export const createAnnouncementAction = signedInAction
  .inputSchema(fromForm(announcementInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    const locale = await requestLocale();
    redirect(`/${locale}/organize/announcements/${id}/text/${parsedInput.locale}` as never);
  });

export const editAnnouncementAction = signedInAction
  .inputSchema(fromForm(announcementFactsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const saveEditionAction = signedInAction
  .inputSchema(fromForm(editionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await saveEdition(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const restoreEditionAction = signedInAction
  .inputSchema(fromForm(restoreInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await restore(ctx.actor, parsedInput);
    const locale = await requestLocale();
    redirect(`/${locale}/organize/announcements/${parsedInput.id}/text/${parsedInput.locale}` as never);
  });

export const draftFactBoxAction = signedInAction
  .inputSchema(factBoxInput)
  .action(async ({ parsedInput, ctx }) => draftFactBox(ctx.actor, parsedInput));

export const publishAnnouncementAction = signedInAction
  .inputSchema(fromForm(publishInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const published = await publish(ctx.actor, parsedInput);
    refresh();
    return published;
  });

export const withdrawAnnouncementAction = signedInAction
  .inputSchema(fromForm(withdrawInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    refresh();
    return withdrawn;
  });

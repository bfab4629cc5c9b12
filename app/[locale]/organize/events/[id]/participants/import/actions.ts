"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { discard } from "@/domain/imports/discard";
import { discardInput, mappingInput, runInput, uploadInput } from "@/domain/imports/input";
import { map } from "@/domain/imports/map";
import { run } from "@/domain/imports/run";
import { upload } from "@/domain/imports/upload";
import { formFile } from "@/lib/form";

const pathOf = async (eventId: string, rest = "") =>
  `/${await requestLocale()}/organize/events/${eventId}/participants/import${rest}` as never;

export const uploadAction = signedInAction
  .inputSchema(fromForm(uploadInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const { id } = await upload(ctx.actor, parsedInput, formFile(clientInput, "file"));
    redirect(await pathOf(parsedInput.eventId, `/${id}/mapping`));
  });

export const mapAction = signedInAction
  .inputSchema(fromForm(mappingInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await map(ctx.actor, parsedInput);
    redirect(await pathOf(eventId, `/${parsedInput.id}`));
  });

export const runAction = signedInAction
  .inputSchema(fromForm(runInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await run(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]/participants", "layout");
    return { begun: true };
  });

export const discardAction = signedInAction
  .inputSchema(fromForm(discardInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await discard(ctx.actor, parsedInput);
    redirect(await pathOf(eventId));
  });

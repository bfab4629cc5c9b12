"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { uploadInput } from "@/domain/credentials/input";
import { upload } from "@/domain/credentials/upload";
import {
  deskChangeInput,
  nominateInput,
  readMessagesInput,
  replaceInput,
  submitInput,
} from "@/domain/delegations/input";
import { nominate } from "@/domain/delegations/nominate";
import { readMessages } from "@/domain/delegations/read-messages";
import { submit } from "@/domain/delegations/submit";
import { change } from "@/domain/participations/change";
import { stepInput } from "@/domain/participations/input";
import { replace } from "@/domain/participations/replace";
import { withdraw } from "@/domain/participations/withdraw";
import { formFile } from "@/lib/form";

const desk = "/[locale]/desk";

export const nominateAction = signedInAction
  .inputSchema(fromForm(nominateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await nominate(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    redirect(`/${await requestLocale()}/desk/events/${eventId}` as never);
  });

export const submitAction = signedInAction
  .inputSchema(fromForm(submitInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await submit(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    return done;
  });

export const changeMemberAction = signedInAction
  .inputSchema(fromForm(deskChangeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await change(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    return changed;
  });

export const replaceAction = signedInAction
  .inputSchema(fromForm(replaceInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id, eventId } = await replace(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    redirect(`/${await requestLocale()}/desk/events/${eventId}/people/${id}` as never);
  });

export const withdrawMemberAction = signedInAction
  .inputSchema(fromForm(stepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    return withdrawn;
  });

export const readMessagesAction = signedInAction
  .inputSchema(fromForm(readMessagesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const read = await readMessages(ctx.actor, parsedInput);
    revalidatePath(desk, "layout");
    return read;
  });

export const handInAction = signedInAction
  .inputSchema(fromForm(uploadInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const kept = await upload(ctx.actor, parsedInput, formFile(clientInput, "file"));
    revalidatePath(desk, "layout");
    return kept;
  });

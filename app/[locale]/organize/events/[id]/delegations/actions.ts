"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { decide } from "@/domain/credentials/decide";
import { decideInput, uploadInput } from "@/domain/credentials/input";
import { upload } from "@/domain/credentials/upload";
import { edit } from "@/domain/delegations/edit";
import {
  editDelegationInput,
  messageInput,
  nominateInput,
  openInput,
  submitInput,
} from "@/domain/delegations/input";
import { message } from "@/domain/delegations/message";
import { nominate } from "@/domain/delegations/nominate";
import { open } from "@/domain/delegations/open";
import { submit } from "@/domain/delegations/submit";
import { formFile } from "@/lib/form";

const list = "/[locale]/organize/events/[id]/delegations";

export const openDelegationsAction = signedInAction
  .inputSchema(fromForm(openInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await open(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const editDelegationAction = signedInAction
  .inputSchema(fromForm(editDelegationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return saved;
  });

export const messageAction = signedInAction
  .inputSchema(fromForm(messageInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const sent = await message(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return sent;
  });

export const nominateForAction = signedInAction
  .inputSchema(fromForm(nominateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { eventId } = await nominate(ctx.actor, parsedInput);
    const there = `events/${eventId}/delegations/${parsedInput.delegationId}`;
    redirect(`/${await requestLocale()}/organize/${there}` as never);
  });

export const submitForAction = signedInAction
  .inputSchema(fromForm(submitInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await submit(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const handInForAction = signedInAction
  .inputSchema(fromForm(uploadInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const kept = await upload(ctx.actor, parsedInput, formFile(clientInput, "file"));
    revalidatePath(list, "layout");
    return kept;
  });

export const decideCredentialsAction = signedInAction
  .inputSchema(fromForm(decideInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const decided = await decide(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return decided;
  });

"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import type { Actor } from "@/domain/access/actor";
import { replaceInput } from "@/domain/delegations/input";
import { add } from "@/domain/participations/add";
import { approve } from "@/domain/participations/approve";
import { change } from "@/domain/participations/change";
import { decideSeveral } from "@/domain/participations/decide-several";
import { decline } from "@/domain/participations/decline";
import { hold } from "@/domain/participations/hold";
import {
  addInput,
  approveInput,
  bulkInput,
  changeInput,
  declineInput,
  photoInput,
  stepInput,
} from "@/domain/participations/input";
import { keepPhoto } from "@/domain/participations/keep-photo";
import { preApprove } from "@/domain/participations/pre-approve";
import { replace } from "@/domain/participations/replace";
import { foreseeSeveral } from "@/domain/participations/several/foresee";
import { chooseAll } from "@/domain/participations/several/select";
import { waitlist } from "@/domain/participations/waitlist";
import { withdraw } from "@/domain/participations/withdraw";
import { answer } from "@/domain/questions/answer";
import { answerInput } from "@/domain/questions/input";
import { formFile, formFiles } from "@/lib/form";
import { participantsAsked } from "./filter";

const list = "/[locale]/organize/events/[id]/participants";

/** Those who are meant: ticked one by one, or all that the list's address names. */
async function meant(actor: Actor, { all, chosen, query, eventId }: z.output<typeof bulkInput>) {
  if (!all) return chosen;
  return chooseAll(actor, eventId, participantsAsked.parse(Object.fromEntries(new URLSearchParams(query))));
}

export const foreseeSeveralAction = signedInAction
  .inputSchema(fromForm(bulkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) =>
    foreseeSeveral(ctx.actor, { ...parsedInput, chosen: await meant(ctx.actor, parsedInput) }),
  );

export const decideSeveralAction = signedInAction
  .inputSchema(fromForm(bulkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const chosen = await meant(ctx.actor, parsedInput);
    const report = await decideSeveral(ctx.actor, { ...parsedInput, chosen });
    revalidatePath(list, "layout");
    return report;
  });

export const addAction = signedInAction
  .inputSchema(fromForm(addInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await add(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/events/${parsedInput.eventId}/participants/${id}` as never);
  });

export const changeAction = signedInAction
  .inputSchema(fromForm(changeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await change(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return changed;
  });

export const photoAction = signedInAction
  .inputSchema(fromForm(photoInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const kept = await keepPhoto(ctx.actor, parsedInput, formFile(clientInput, "photo"));
    revalidatePath(list, "layout");
    return kept;
  });

export const approveAction = signedInAction
  .inputSchema(fromForm(approveInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await approve(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const preApproveAction = signedInAction
  .inputSchema(fromForm(stepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await preApprove(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const holdAction = signedInAction
  .inputSchema(fromForm(declineInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await hold(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const declineAction = signedInAction
  .inputSchema(fromForm(declineInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await decline(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const waitlistAction = signedInAction
  .inputSchema(fromForm(stepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await waitlist(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const withdrawAction = signedInAction
  .inputSchema(fromForm(stepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await withdraw(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const replaceForAction = signedInAction
  .inputSchema(fromForm(replaceInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id, eventId } = await replace(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/events/${eventId}/participants/${id}` as never);
  });

export const answerAction = signedInAction
  .inputSchema(fromForm(answerInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const files = formFiles(clientInput, "answers.");
    const answered = await answer(ctx.actor, { ...parsedInput, files });
    revalidatePath(list, "layout");
    return answered;
  });

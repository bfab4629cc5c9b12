"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { acceptOffer } from "@/domain/participations/accept-offer";
import { change } from "@/domain/participations/change";
import { declineOffer } from "@/domain/participations/decline-offer";
import { ownChangeInput, ownStepInput } from "@/domain/participations/input";
import { actorByLink } from "@/domain/participations/own";
import { withdraw } from "@/domain/participations/withdraw";
import { askErasure } from "@/domain/privacy/ask-erasure";
import { askErasureInput } from "@/domain/privacy/input";
import { answer } from "@/domain/questions/answer";
import { ownAnswerInput } from "@/domain/questions/input";
import { formFiles } from "@/lib/form";
import { Refusal } from "@/lib/refusal";

/** Whoever holds the link acts for its participation and no other: the verb asks for the right on the row it is given. */
async function holder(link: string) {
  const actor = await actorByLink(link);
  if (!actor) throw new Refusal("not_found");
  return actor;
}

export const changeAction = publicAction
  .inputSchema(fromForm(ownChangeInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const changed = await change(await holder(link), input);
    revalidatePath("/[locale]/registration/[token]", "page");
    return changed;
  });

export const askErasureAction = publicAction
  .inputSchema(fromForm(askErasureInput), echoing)
  .stateAction(async ({ parsedInput: { link, id } }) => {
    await askErasure(await holder(link), { id });
    revalidatePath("/[locale]/registration/[token]", "page");
    return {};
  });

export const withdrawAction = publicAction
  .inputSchema(fromForm(ownStepInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const withdrawn = await withdraw(await holder(link), input);
    revalidatePath("/[locale]/registration/[token]", "page");
    return withdrawn;
  });

export const answerAction = publicAction
  .inputSchema(fromForm(ownAnswerInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input }, clientInput }) => {
    const files = formFiles(clientInput, "answers.");
    const answered = await answer(await holder(link), { ...input, files });
    revalidatePath("/[locale]/registration/[token]", "page");
    return answered;
  });

export const acceptOfferAction = publicAction
  .inputSchema(fromForm(ownStepInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const accepted = await acceptOffer(await holder(link), input);
    revalidatePath("/[locale]/registration/[token]", "page");
    return accepted;
  });

export const declineOfferAction = publicAction
  .inputSchema(fromForm(ownStepInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const declined = await declineOffer(await holder(link), input);
    revalidatePath("/[locale]/registration/[token]", "page");
    return declined;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { acceptOffer } from "@/domain/participations/accept-offer";
import { change } from "@/domain/participations/change";
import { declineOffer } from "@/domain/participations/decline-offer";
import { ownChangeInput, ownStepInput } from "@/domain/participations/input";
import { actorByLink } from "@/domain/participations/queries";
import { withdraw } from "@/domain/participations/withdraw";
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

export const withdrawAction = publicAction
  .inputSchema(fromForm(ownStepInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const withdrawn = await withdraw(await holder(link), input);
    revalidatePath("/[locale]/registration/[token]", "page");
    return withdrawn;
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

"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { accept } from "@/domain/invitations/accept";
import { acceptForDelegation } from "@/domain/invitations/accept-for-delegation";
import { decline } from "@/domain/invitations/decline";
import {
  acceptInvitationInput,
  declineInvitationInput,
  openInvitationInput,
} from "@/domain/invitations/input";
import { open } from "@/domain/invitations/open";
import { inviteeByLink } from "@/domain/invitations/queries";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";

/** Enough for a delegation behind one address, too little for a program. */
const perPeer = { name: "invitation:peer", points: 60, seconds: 600 };
const page = "/[locale]/invitation/[token]";

/** Whoever holds the link answers its invitation and no other: the verb asks for the right on the row it is given. */
async function holder(link: string) {
  await limit(perPeer, (await headers()).get("x-plenary-peer") ?? "");
  const actor = await inviteeByLink(link);
  if (!actor) throw new Refusal("not_found");
  return actor;
}

export const openInvitationAction = publicAction
  .inputSchema(fromForm(openInvitationInput), echoing)
  .stateAction(async ({ parsedInput: { link } }) => open(await holder(link)));

export const acceptInvitationAction = publicAction
  .inputSchema(fromForm(acceptInvitationInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const accepted = await accept(await holder(link), input);
    revalidatePath(page, "page");
    return accepted;
  });

export const acceptForDelegationAction = publicAction
  .inputSchema(fromForm(openInvitationInput), echoing)
  .stateAction(async ({ parsedInput: { link } }) => {
    const accepted = await acceptForDelegation(await holder(link));
    revalidatePath(page, "page");
    return accepted;
  });

export const declineInvitationAction = publicAction
  .inputSchema(fromForm(declineInvitationInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const declined = await decline(await holder(link), input);
    revalidatePath(page, "page");
    return declined;
  });

"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { accept, bracket } from "@/domain/amendments/accept";
import { consolidate } from "@/domain/amendments/consolidate";
import {
  consolidateInput,
  proposeInput,
  rebaseInput,
  rejectInput,
  sponsorInput,
  takeUpInput,
  withdrawAmendmentInput,
} from "@/domain/amendments/input";
import { propose } from "@/domain/amendments/propose";
import { rebase } from "@/domain/amendments/rebase";
import { reject } from "@/domain/amendments/reject";
import { sponsor } from "@/domain/amendments/sponsor";
import { withdraw } from "@/domain/amendments/withdraw";
import { sayInput, withdrawCommentInput } from "@/domain/comments/input";
import { say } from "@/domain/comments/say";
import { withdraw as withdrawComment } from "@/domain/comments/withdraw";
import { groupProfile } from "@/domain/group/queries";
import { changeParty, removeParty } from "@/domain/negotiations/change-party";
import { circulate } from "@/domain/negotiations/circulate";
import {
  changePartyInput,
  circulateInput,
  inviteMembersInput,
  invitePartiesInput,
  removePartyInput,
} from "@/domain/negotiations/input";
import { inviteMembers, inviteParties } from "@/domain/negotiations/invite-parties";

/** Pages of the workspace and of the desk show the same negotiation: both are read anew. */
async function shown<T>(deed: Promise<T>): Promise<T> {
  const done = await deed;
  revalidatePath("/[locale]/organize/statements/[id]", "layout");
  revalidatePath("/[locale]/desk", "layout");
  return done;
}

export const invitePartiesAction = signedInAction
  .inputSchema(fromForm(invitePartiesInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(inviteParties(ctx.actor, parsedInput)));

export const inviteMembersAction = signedInAction
  .inputSchema(fromForm(inviteMembersInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) =>
    shown(inviteMembers(ctx.actor, parsedInput, (await groupProfile()).zone)),
  );

export const changePartyAction = signedInAction
  .inputSchema(fromForm(changePartyInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(changeParty(ctx.actor, parsedInput)));

export const removePartyAction = signedInAction
  .inputSchema(fromForm(removePartyInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(removeParty(ctx.actor, parsedInput)));

export const circulateAction = signedInAction
  .inputSchema(fromForm(circulateInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(circulate(ctx.actor, parsedInput)));

export const proposeAction = signedInAction
  .inputSchema(fromForm(proposeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { number } = await shown(propose(ctx.actor, parsedInput));
    const desk = ctx.actor.kind === "user" && ctx.actor.role === "focal_point";
    const base = `/${await requestLocale()}/${desk ? "desk" : "organize"}/statements/${parsedInput.id}`;
    redirect(`${base}${desk ? "" : "/negotiation"}#a${number}` as never);
  });

export const rebaseAction = signedInAction
  .inputSchema(fromForm(rebaseInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(rebase(ctx.actor, parsedInput)));

export const sponsorAction = signedInAction
  .inputSchema(fromForm(sponsorInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(sponsor(ctx.actor, parsedInput)));

export const withdrawAmendmentAction = signedInAction
  .inputSchema(fromForm(withdrawAmendmentInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(withdraw(ctx.actor, parsedInput)));

export const acceptAction = signedInAction
  .inputSchema(fromForm(takeUpInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(accept(ctx.actor, parsedInput)));

export const bracketAction = signedInAction
  .inputSchema(fromForm(takeUpInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(bracket(ctx.actor, parsedInput)));

export const rejectAction = signedInAction
  .inputSchema(fromForm(rejectInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(reject(ctx.actor, parsedInput)));

export const consolidateAction = signedInAction
  .inputSchema(fromForm(consolidateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await shown(consolidate(ctx.actor, parsedInput));
    redirect(`/${await requestLocale()}/organize/statements/${parsedInput.id}/negotiation` as never);
  });

export const sayAction = signedInAction
  .inputSchema(fromForm(sayInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(say(ctx.actor, parsedInput)));

export const withdrawCommentAction = signedInAction
  .inputSchema(fromForm(withdrawCommentInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(withdrawComment(ctx.actor, parsedInput)));

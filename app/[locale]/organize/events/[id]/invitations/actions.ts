"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import {
  allInvitationsInput,
  invitationInput,
  inviteDelegationsInput,
  inviteInput,
  inviteSeveralInput,
} from "@/domain/invitations/input";
import { invite } from "@/domain/invitations/invite";
import { inviteDelegations } from "@/domain/invitations/invite-delegations";
import { inviteSeveral } from "@/domain/invitations/invite-several";
import { remind } from "@/domain/invitations/remind";
import { remindAll } from "@/domain/invitations/remind-all";
import { revoke } from "@/domain/invitations/revoke";

const list = "/[locale]/organize/events/[id]/invitations";

export const inviteAction = signedInAction
  .inputSchema(fromForm(inviteInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const invited = await invite(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return invited;
  });

export const inviteSeveralAction = signedInAction
  .inputSchema(fromForm(inviteSeveralInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const report = await inviteSeveral(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return report;
  });

export const inviteDelegationsAction = signedInAction
  .inputSchema(fromForm(inviteDelegationsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const invited = await inviteDelegations(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return invited;
  });

export const remindAction = signedInAction
  .inputSchema(fromForm(invitationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reminded = await remind(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return reminded;
  });

export const remindAllAction = signedInAction
  .inputSchema(fromForm(allInvitationsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reminded = await remindAll(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return reminded;
  });

export const revokeAction = signedInAction
  .inputSchema(fromForm(invitationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const revoked = await revoke(ctx.actor, parsedInput);
    revalidatePath(list, "page");
    return revoked;
  });

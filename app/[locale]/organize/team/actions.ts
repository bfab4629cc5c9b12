"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { changeRole } from "@/domain/team/change-role";
import { deactivate } from "@/domain/team/deactivate";
import { changeRoleInput, deactivateInput, inviteInput } from "@/domain/team/input";
import { invite } from "@/domain/team/invite";

const refresh = () => revalidatePath("/[locale]/organize/team", "page");

export const inviteAction = signedInAction
  .inputSchema(fromForm(inviteInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const invited = await invite(ctx.actor, parsedInput);
    refresh();
    return invited;
  });

export const changeRoleAction = signedInAction
  .inputSchema(fromForm(changeRoleInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await changeRole(ctx.actor, parsedInput);
    refresh();
    return changed;
  });

export const deactivateAction = signedInAction
  .inputSchema(fromForm(deactivateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const deactivated = await deactivate(ctx.actor, parsedInput);
    refresh();
    return deactivated;
  });

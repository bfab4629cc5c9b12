"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { create as createMembership } from "@/domain/members/create";
import { edit as editMembership } from "@/domain/members/edit";
import { editMembershipInput, membershipInput, withdrawMembershipInput } from "@/domain/members/input";
import { withdraw as withdrawMembership } from "@/domain/members/withdraw";
import { correctName, forgetName } from "@/domain/organisations/correct-name";
import { create } from "@/domain/organisations/create";
import { edit } from "@/domain/organisations/edit";
import {
  editOrganisationInput,
  forgetNameInput,
  formerNameInput,
  organisationInput,
  renameInput,
} from "@/domain/organisations/input";
import { rename } from "@/domain/organisations/rename";

const page = "/[locale]/organize/organisations/[id]";

export const createOrganisationAction = signedInAction
  .inputSchema(fromForm(organisationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/organisations/${id}` as never);
  });

export const editOrganisationAction = signedInAction
  .inputSchema(fromForm(editOrganisationInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const renameAction = signedInAction
  .inputSchema(fromForm(renameInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await rename(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const correctNameAction = signedInAction
  .inputSchema(fromForm(formerNameInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await correctName(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const forgetNameAction = signedInAction
  .inputSchema(fromForm(forgetNameInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await forgetName(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return done;
  });

export const createMembershipAction = signedInAction
  .inputSchema(fromForm(membershipInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const created = await createMembership(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return created;
  });

export const editMembershipAction = signedInAction
  .inputSchema(fromForm(editMembershipInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editMembership(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const withdrawMembershipAction = signedInAction
  .inputSchema(fromForm(withdrawMembershipInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await withdrawMembership(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return done;
  });

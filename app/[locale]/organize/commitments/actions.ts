"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { create } from "@/domain/commitments/create";
import { edit } from "@/domain/commitments/edit";
import {
  commitmentInput,
  editCommitmentInput,
  publishCommitmentInput,
  reportCommitmentInput,
  withdrawCommitmentInput,
} from "@/domain/commitments/input";
import { publish } from "@/domain/commitments/publish";
import { report } from "@/domain/commitments/report";
import { withdraw } from "@/domain/commitments/withdraw";

const page = "/[locale]/organize/commitments/[id]";

export const createCommitmentAction = signedInAction
  .inputSchema(fromForm(commitmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/commitments/${id}` as never);
  });

export const editCommitmentAction = signedInAction
  .inputSchema(fromForm(editCommitmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const publishCommitmentAction = signedInAction
  .inputSchema(fromForm(publishCommitmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const published = await publish(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return published;
  });

export const withdrawCommitmentAction = signedInAction
  .inputSchema(fromForm(withdrawCommitmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return withdrawn;
  });

export const reportCommitmentAction = signedInAction
  .inputSchema(fromForm(reportCommitmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reported = await report(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return reported;
  });

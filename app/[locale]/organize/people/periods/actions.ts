"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { assign } from "@/domain/periods/assign";
import { create } from "@/domain/periods/create";
import { edit } from "@/domain/periods/edit";
import { assignInput, editPeriodInput, periodInput } from "@/domain/periods/input";

const page = "/[locale]/organize/people/periods";

export const createPeriodAction = signedInAction
  .inputSchema(fromForm(periodInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const created = await create(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return created;
  });

export const editPeriodAction = signedInAction
  .inputSchema(fromForm(editPeriodInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return saved;
  });

export const assignPeriodAction = signedInAction
  .inputSchema(fromForm(assignInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await assign(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize", "layout");
    return saved;
  });

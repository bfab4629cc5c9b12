"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { give } from "@/domain/positions/give";
import { givePositionInput, withdrawPositionInput } from "@/domain/positions/input";
import { withdraw } from "@/domain/positions/withdraw";
import { formFile } from "@/lib/form";

const refresh = () => revalidatePath("/[locale]/desk", "layout");

export const givePositionAction = signedInAction
  .inputSchema(fromForm(givePositionInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const given = await give(ctx.actor, parsedInput, formFile(clientInput, "evidence"));
    refresh();
    return given;
  });

export const takeBackPositionAction = signedInAction
  .inputSchema(fromForm(withdrawPositionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    refresh();
    return withdrawn;
  });

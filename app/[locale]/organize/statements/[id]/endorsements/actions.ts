"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { ask } from "@/domain/positions/ask";
import {
  askEndorsementInput,
  recordPositionInput,
  remindEndorsementInput,
  verifyPositionInput,
  withdrawPositionInput,
} from "@/domain/positions/input";
import { record } from "@/domain/positions/record";
import { remind } from "@/domain/positions/remind";
import { verify } from "@/domain/positions/verify";
import { withdraw } from "@/domain/positions/withdraw";
import { formFile } from "@/lib/form";

const refresh = () => revalidatePath("/[locale]/organize/statements/[id]", "layout");

export const recordPositionAction = signedInAction
  .inputSchema(fromForm(recordPositionInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const recorded = await record(ctx.actor, parsedInput, formFile(clientInput, "evidence"));
    refresh();
    return recorded;
  });

export const verifyPositionAction = signedInAction
  .inputSchema(fromForm(verifyPositionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const verified = await verify(ctx.actor, parsedInput);
    refresh();
    return verified;
  });

export const withdrawPositionAction = signedInAction
  .inputSchema(fromForm(withdrawPositionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    refresh();
    return withdrawn;
  });

export const askEndorsementAction = signedInAction
  .inputSchema(fromForm(askEndorsementInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const asked = await ask(ctx.actor, parsedInput);
    refresh();
    return asked;
  });

export const remindEndorsementAction = signedInAction
  .inputSchema(fromForm(remindEndorsementInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reminded = await remind(ctx.actor, parsedInput);
    refresh();
    return reminded;
  });

"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { edit } from "@/domain/statements/edit";
import {
  adoptInput,
  publishInput,
  statementFactsInput,
  statementInput,
  withdrawInput,
} from "@/domain/statements/input";
import { publish } from "@/domain/statements/publish";
import { withdraw } from "@/domain/statements/withdraw";

const refresh = () => revalidatePath("/[locale]/organize/statements/[id]", "layout");

export const createStatementAction = signedInAction
  .inputSchema(fromForm(statementInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const { id } = await create(ctx.actor, parsedInput);
    const locale = await requestLocale();
    const sent: unknown = clientInput;
    const imports = sent instanceof FormData && sent.get("then") === "import";
    const next = imports ? "import" : `text/${parsedInput.authenticLocale}`;
    redirect(`/${locale}/organize/statements/${id}/${next}` as never);
  });

export const editStatementAction = signedInAction
  .inputSchema(fromForm(statementFactsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const adoptAction = signedInAction
  .inputSchema(fromForm(adoptInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const adopted = await adopt(ctx.actor, parsedInput);
    refresh();
    return adopted;
  });

export const publishAction = signedInAction
  .inputSchema(fromForm(publishInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const published = await publish(ctx.actor, parsedInput);
    refresh();
    return published;
  });

export const withdrawStatementAction = signedInAction
  .inputSchema(fromForm(withdrawInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput);
    refresh();
    return withdrawn;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { decide } from "@/domain/errata/decide";
import { decideInput, reportInput } from "@/domain/errata/input";
import { report } from "@/domain/errata/report";

async function shown<T>(deed: Promise<T>): Promise<T> {
  const done = await deed;
  revalidatePath("/[locale]/organize/statements/[id]", "layout");
  return done;
}

export const reportErratumAction = signedInAction
  .inputSchema(fromForm(reportInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(report(ctx.actor, parsedInput)));

export const decideErratumAction = signedInAction
  .inputSchema(fromForm(decideInput), echoing)
  .stateAction(({ parsedInput, ctx }) => shown(decide(ctx.actor, parsedInput)));

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { erase } from "@/domain/privacy/erase";
import { eraseInput, refuseErasureInput, retainInput } from "@/domain/privacy/input";
import { refuseErasure } from "@/domain/privacy/refuse-erasure";
import { retain } from "@/domain/privacy/retain";

const page = "/[locale]/organize/privacy";

export const eraseAction = signedInAction
  .inputSchema(fromForm(eraseInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await erase(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return done;
  });

export const refuseErasureAction = signedInAction
  .inputSchema(fromForm(refuseErasureInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await refuseErasure(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return done;
  });

export const retainAction = signedInAction
  .inputSchema(fromForm(retainInput), echoing)
  .stateAction(async ({ ctx }) => {
    const report = await retain(ctx.actor, { dryRun: false });
    revalidatePath(page, "page");
    return { kinds: report.length };
  });

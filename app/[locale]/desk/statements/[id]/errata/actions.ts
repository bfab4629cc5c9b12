"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { reportInput } from "@/domain/errata/input";
import { report } from "@/domain/errata/report";

export const reportErratumAtDeskAction = signedInAction
  .inputSchema(fromForm(reportInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const reported = await report(ctx.actor, parsedInput);
    revalidatePath("/[locale]/desk", "layout");
    return reported;
  });

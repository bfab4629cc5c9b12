"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { checksInput } from "@/domain/agenda/input";
import { setChecks } from "@/domain/agenda/set-checks";

export const setChecksAction = signedInAction
  .inputSchema(fromForm(checksInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await setChecks(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/events/[id]", "layout");
    return saved;
  });

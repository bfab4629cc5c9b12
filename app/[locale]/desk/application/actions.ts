"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { applyAtDesk } from "@/domain/accessions/apply-at-desk";
import { applyAtDeskInput } from "@/domain/accessions/input";
import { formFiles } from "@/lib/form";

export const applyAtDeskAction = signedInAction
  .inputSchema(fromForm(applyAtDeskInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const documents = Object.values(formFiles(clientInput, "documents."));
    const applied = await applyAtDesk(ctx.actor, parsedInput, documents);
    revalidatePath("/[locale]/desk", "layout");
    return applied;
  });

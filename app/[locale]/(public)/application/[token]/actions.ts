"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { withdraw } from "@/domain/accessions/end";
import { ownEndInput } from "@/domain/accessions/input";
import { applicantByLink } from "@/domain/accessions/own";
import { Refusal } from "@/lib/refusal";

/** Whoever holds the link acts for its application and no other: the verb asks for the right on the row it is given. */
export const withdrawApplicationAction = publicAction
  .inputSchema(fromForm(ownEndInput), echoing)
  .stateAction(async ({ parsedInput: { link, ...input } }) => {
    const actor = await applicantByLink(link);
    if (!actor) throw new Refusal("not_found");
    const withdrawn = await withdraw(actor, input);
    revalidatePath("/[locale]/application/[token]", "page");
    return withdrawn;
  });

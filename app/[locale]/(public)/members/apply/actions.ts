"use server";

import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { apply } from "@/domain/accessions/apply";
import { applyInput } from "@/domain/accessions/input";
import { formFiles } from "@/lib/form";
import { limit } from "@/lib/rate-limit";

/** Enough for an office behind one address, too little for a program; and no address is written to again and again. */
const perPeer = { name: "apply:peer", points: 20, seconds: 600 };
const perAddress = { name: "apply:address", points: 5, seconds: 3_600 };

export const applyAction = publicAction
  .inputSchema(fromForm(applyInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    await limit(perPeer, (await headers()).get("x-plenary-peer") ?? "");
    await limit(perAddress, parsedInput.contactEmail);
    return apply(ctx.actor, parsedInput, Object.values(formFiles(clientInput, "documents.")));
  });

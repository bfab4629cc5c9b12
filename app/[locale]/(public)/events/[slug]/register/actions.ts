"use server";

import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { registrationInput } from "@/domain/participations/input";
import { register } from "@/domain/participations/register";
import { formFiles } from "@/lib/form";
import { limit } from "@/lib/rate-limit";

/** Enough for a delegation behind one address, too little for a program. */
const perPeer = { name: "register:peer", points: 60, seconds: 600 };

export const registerAction = publicAction
  .inputSchema(fromForm(registrationInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    await limit(perPeer, (await headers()).get("x-plenary-peer") ?? "");
    return register(ctx.actor, { ...parsedInput, files: formFiles(clientInput, "answers.") });
  });

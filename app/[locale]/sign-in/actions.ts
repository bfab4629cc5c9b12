"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { takeBack } from "@/app/_request/take-back";
import { locales } from "@/db/enums";
import { id } from "@/domain/input";
import { ask } from "@/domain/sign-in/ask";
import { continueAs } from "@/domain/sign-in/demonstration";
import { askInput } from "@/domain/sign-in/input";
import { ownPath } from "@/domain/sign-in/rules";

export const askAction = publicAction
  .inputSchema(fromForm(askInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await ask(ctx.actor, parsedInput, (await headers()).get("x-plenary-peer") ?? "");
    return {};
  });

const account = z.object({ id, locale: z.enum(locales), next: z.string().max(500).default("") });

export const continueAsAction = publicAction
  .inputSchema(fromForm(account), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const link = new URL(await continueAs(ctx.actor, parsedInput));
    const { email, token, next } = Object.fromEntries(link.searchParams);
    // Not a redirect: Next would fetch the address on the server first, and the link works only once.
    return {
      go: takeBack({ email: email ?? "", token: token ?? "", next: ownPath(next, `/${parsedInput.locale}`) }),
    };
  });

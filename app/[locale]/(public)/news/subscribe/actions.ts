"use server";

import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { subscribeInput } from "@/domain/subscriptions/input";
import { subscribe } from "@/domain/subscriptions/subscribe";

export const subscribeAction = publicAction
  .inputSchema(fromForm(subscribeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) =>
    subscribe(ctx.actor, parsedInput, (await headers()).get("x-plenary-peer") ?? ""),
  );

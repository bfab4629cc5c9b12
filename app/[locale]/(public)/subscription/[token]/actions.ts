"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { change } from "@/domain/subscriptions/change";
import { confirm } from "@/domain/subscriptions/confirm";
import { end } from "@/domain/subscriptions/end";
import { changeSubscriptionInput, subscriptionLinkInput } from "@/domain/subscriptions/input";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";

/** Enough for an office behind one address, too little for a program that tries links. */
const perPeer = { name: "subscription:peer", points: 60, seconds: 600 };
const counted = async () => limit(perPeer, (await headers()).get("x-plenary-peer") ?? "");
const refresh = () => revalidatePath("/[locale]/subscription/[token]", "page");

export const confirmSubscriptionAction = publicAction
  .inputSchema(fromForm(subscriptionLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await counted();
    const confirmed = await confirm(ctx.actor, parsedInput);
    refresh();
    return confirmed;
  });

export const changeSubscriptionAction = publicAction
  .inputSchema(fromForm(changeSubscriptionInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await counted();
    const changed = await change(ctx.actor, parsedInput);
    refresh();
    return changed;
  });

export const endSubscriptionAction = publicAction
  .inputSchema(fromForm(subscriptionLinkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await counted();
    if (!(await end(ctx.actor, parsedInput))) throw new Refusal("not_found");
    refresh();
    return { ended: true };
  });

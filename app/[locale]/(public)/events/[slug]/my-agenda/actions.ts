"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { echoing, fromForm, publicAction } from "@/app/_request/clients";
import { revokeStarsInput, saveStarsInput, starInput } from "@/domain/agenda-subscriptions/input";
import { revoke } from "@/domain/agenda-subscriptions/revoke";
import { save } from "@/domain/agenda-subscriptions/save";
import { star } from "@/domain/agenda-subscriptions/star";
import { limit } from "@/lib/rate-limit";

/** Enough for a delegation behind one address, too little for a program. */
const perPeer = { name: "stars:peer", points: 30, seconds: 600 };
const starring = { name: "star:peer", points: 600, seconds: 600 };
const peer = async () => (await headers()).get("x-plenary-peer") ?? "";

export const saveStarsAction = publicAction
  .inputSchema(fromForm(saveStarsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await limit(perPeer, await peer());
    return save(ctx.actor, parsedInput);
  });

export const starAction = publicAction
  .inputSchema(fromForm(starInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await limit(starring, await peer());
    return star(ctx.actor, parsedInput);
  });

export const revokeStarsAction = publicAction
  .inputSchema(fromForm(revokeStarsInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await limit(starring, await peer());
    const revoked = await revoke(ctx.actor, parsedInput);
    revalidatePath("/[locale]/events/[slug]/my/[token]", "page");
    return revoked;
  });

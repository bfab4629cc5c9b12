"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { forgetFilterInput, keepFilterInput, tagInput } from "@/domain/participations/list/input";
import { tag } from "@/domain/participations/list/tag";
import { forgetFilter } from "@/domain/saved-filters/forget";
import { keepFilter } from "@/domain/saved-filters/keep";
import { keptQuery, participantsAsked } from "./filter";

const list = "/[locale]/organize/events/[id]/participants";

export const tagAction = signedInAction
  .inputSchema(fromForm(tagInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await tag(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return done;
  });

export const keepFilterAction = signedInAction
  .inputSchema(fromForm(keepFilterInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    // Only what the list understands is kept of an address.
    const asked = participantsAsked.parse(Object.fromEntries(new URLSearchParams(parsedInput.query)));
    const kept = await keepFilter(ctx.actor, { ...parsedInput, query: keptQuery(asked) });
    revalidatePath(list, "layout");
    return kept;
  });

export const forgetFilterAction = signedInAction
  .inputSchema(fromForm(forgetFilterInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const gone = await forgetFilter(ctx.actor, parsedInput);
    revalidatePath(list, "layout");
    return gone;
  });

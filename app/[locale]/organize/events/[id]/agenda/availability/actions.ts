"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { addAvailability } from "@/domain/availability/add";
import { availabilityInput, removeAvailabilityInput } from "@/domain/availability/input";
import { removeAvailability } from "@/domain/availability/remove";

const page = "/[locale]/organize/events/[id]/agenda/availability";

export const addAvailabilityAction = signedInAction
  .inputSchema(fromForm(availabilityInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await addAvailability(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return added;
  });

export const removeAvailabilityAction = signedInAction
  .inputSchema(fromForm(removeAvailabilityInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await removeAvailability(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return removed;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { applyPreset } from "@/domain/classes/apply-preset";
import { editClasses } from "@/domain/classes/edit";
import { classesInput, presetInput } from "@/domain/classes/input";
import { editPlaces } from "@/domain/pools/edit";
import { placesInput } from "@/domain/pools/input";

const event = "/[locale]/organize/events/[id]";

export const editPlacesAction = signedInAction
  .inputSchema(fromForm(placesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editPlaces(ctx.actor, parsedInput);
    revalidatePath(event, "layout");
    return saved;
  });

export const editClassesAction = signedInAction
  .inputSchema(fromForm(classesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editClasses(ctx.actor, parsedInput);
    revalidatePath(event, "layout");
    return saved;
  });

export const applyPresetAction = signedInAction
  .inputSchema(fromForm(presetInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await applyPreset(ctx.actor, parsedInput);
    revalidatePath(event, "layout");
    return saved;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { floorInput } from "@/domain/statements/floor/input";
import { setFloor } from "@/domain/statements/set-floor";

export const setFloorAction = signedInAction
  .inputSchema(fromForm(floorInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const moved = await setFloor(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/statements/[id]/floor", "page");
    return moved;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { edit } from "@/domain/group/edit";
import { groupInput } from "@/domain/group/input";

export const editGroupAction = signedInAction
  .inputSchema(fromForm(groupInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    revalidatePath("/", "layout");
    return saved;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { addSeveral } from "@/domain/media/add";
import { describe } from "@/domain/media/describe";
import { addMediaInput, describeMediaInput, removeMediaInput } from "@/domain/media/input";
import { remove } from "@/domain/media/remove";
import { formFileList } from "@/lib/form";

const refresh = () => revalidatePath("/[locale]/organize/media", "page");

export const addMediaAction = signedInAction
  .inputSchema(fromForm(addMediaInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const added = await addSeveral(ctx.actor, parsedInput, formFileList(clientInput, "files"));
    refresh();
    return added;
  });

export const describeMediaAction = signedInAction
  .inputSchema(fromForm(describeMediaInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await describe(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const removeMediaAction = signedInAction
  .inputSchema(fromForm(removeMediaInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await remove(ctx.actor, parsedInput);
    refresh();
    return removed;
  });

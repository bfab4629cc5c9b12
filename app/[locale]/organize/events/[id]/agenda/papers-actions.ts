"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { add } from "@/domain/item-documents/add";
import { change } from "@/domain/item-documents/change";
import { addDocumentInput, changeDocumentInput, removeDocumentInput } from "@/domain/item-documents/input";
import { remove } from "@/domain/item-documents/remove";
import { formFile } from "@/lib/form";

const page = "/[locale]/organize/events/[id]/agenda/[itemId]";

export const addDocumentAction = signedInAction
  .inputSchema(fromForm(addDocumentInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const added = await add(ctx.actor, parsedInput, formFile(clientInput, "file"));
    revalidatePath(page, "page");
    return added;
  });

export const changeDocumentAction = signedInAction
  .inputSchema(fromForm(changeDocumentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await change(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return changed;
  });

export const removeDocumentAction = signedInAction
  .inputSchema(fromForm(removeDocumentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await remove(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return removed;
  });

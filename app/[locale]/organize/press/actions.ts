"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { add } from "@/domain/press-list/add";
import { change } from "@/domain/press-list/change";
import {
  changeRecipientInput,
  readListInput,
  recipientInput,
  removeRecipientInput,
} from "@/domain/press-list/input";
import { readFile } from "@/domain/press-list/read-file";
import { remove } from "@/domain/press-list/remove";
import { formFile } from "@/lib/form";

const refresh = () => revalidatePath("/[locale]/organize/press", "page");

export const addRecipientAction = signedInAction
  .inputSchema(fromForm(recipientInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await add(ctx.actor, parsedInput);
    refresh();
    return added;
  });

export const changeRecipientAction = signedInAction
  .inputSchema(fromForm(changeRecipientInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await change(ctx.actor, parsedInput);
    refresh();
    return changed;
  });

export const removeRecipientAction = signedInAction
  .inputSchema(fromForm(removeRecipientInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await remove(ctx.actor, parsedInput);
    refresh();
    return removed;
  });

export const readListAction = signedInAction
  .inputSchema(fromForm(readListInput), echoing)
  .stateAction(async ({ clientInput, ctx }) => {
    const read = await readFile(ctx.actor, formFile(clientInput, "file"));
    refresh();
    return read;
  });

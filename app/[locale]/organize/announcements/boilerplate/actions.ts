"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { boilerplateInput, removeBoilerplateInput } from "@/domain/boilerplates/input";
import { remove } from "@/domain/boilerplates/remove";
import { save } from "@/domain/boilerplates/save";

const room = async () => `/${await requestLocale()}/organize/announcements/boilerplate`;

export const saveBoilerplateAction = signedInAction
  .inputSchema(fromForm(boilerplateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await save(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/announcements/boilerplate", "layout");
    if (!parsedInput.id) redirect(`${await room()}/${saved.id}` as never);
    return saved;
  });

export const removeBoilerplateAction = signedInAction
  .inputSchema(fromForm(removeBoilerplateInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    await remove(ctx.actor, parsedInput);
    redirect((await room()) as never);
  });

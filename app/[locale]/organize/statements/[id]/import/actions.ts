"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { readTextInput, takeTextInput } from "@/domain/statements/import/input";
import { read } from "@/domain/statements/import/read";
import { take } from "@/domain/statements/import/take";
import { formFile } from "@/lib/form";

export const readTextAction = signedInAction
  .inputSchema(fromForm(readTextInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) =>
    read(ctx.actor, parsedInput, formFile(clientInput, "file")),
  );

export const takeTextAction = signedInAction
  .inputSchema(fromForm(takeTextInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await take(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/statements/[id]", "layout");
    const against = parsedInput.basedOn ? `?against=${parsedInput.basedOn}` : "";
    redirect(
      `/${await requestLocale()}/organize/statements/${parsedInput.id}/revisions/${id}${against}` as never,
    );
  });

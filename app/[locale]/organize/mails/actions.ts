"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { id } from "@/domain/input";
import { retry } from "@/domain/outbox/retry";

export const retryMailAction = signedInAction
  .inputSchema(fromForm(z.object({ id })), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const tried = await retry(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/mails", "layout");
    return tried;
  });

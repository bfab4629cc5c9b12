"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { changeAddress } from "@/domain/announcements/address/change";
import { addressInput } from "@/domain/announcements/address/input";

export const changeAddressAction = signedInAction
  .inputSchema(fromForm(addressInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const changed = await changeAddress(ctx.actor, parsedInput);
    revalidatePath("/[locale]/organize/announcements/[id]", "layout");
    return changed;
  });

"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { approve } from "@/domain/announcements/review/approve";
import { remarkInput, reviewInput } from "@/domain/announcements/review/input";
import { remark } from "@/domain/announcements/review/remark";
import { submit } from "@/domain/announcements/review/submit";

const refresh = () => revalidatePath("/[locale]/organize/announcements/[id]", "layout");

export const submitAnnouncementAction = signedInAction
  .inputSchema(fromForm(reviewInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const submitted = await submit(ctx.actor, parsedInput);
    refresh();
    return submitted;
  });

export const remarkAnnouncementAction = signedInAction
  .inputSchema(fromForm(remarkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const said = await remark(ctx.actor, parsedInput);
    refresh();
    return said;
  });

export const approveAnnouncementAction = signedInAction
  .inputSchema(fromForm(reviewInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const approved = await approve(ctx.actor, parsedInput);
    refresh();
    return approved;
  });

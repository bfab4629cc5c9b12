"use server";

import { signedInAction } from "@/app/_request/clients";
import { jump, jumpInput } from "@/domain/search/jump";

/** What the command palette asks while someone types. */
export const jumpAction = signedInAction
  .inputSchema(jumpInput)
  .action(async ({ parsedInput, ctx }) => jump(ctx.actor, parsedInput));

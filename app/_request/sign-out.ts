"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { locales } from "@/db/enums";
import { adapter } from "@/domain/sign-in/adapter";
import { authOptions } from "./auth";
import { echoing, fromForm, publicAction } from "./clients";

/** Ends the session on the server, not only in the browser, and leaves the workspace. */
export const signOutAction = publicAction
  .inputSchema(fromForm(z.object({ locale: z.enum(locales).catch("en") })), echoing)
  .stateAction(async ({ parsedInput }) => {
    const name = authOptions().cookies?.sessionToken?.name;
    const kept = await cookies();
    const token = name && kept.get(name)?.value;
    if (token) {
      await adapter().deleteSession?.(token);
      kept.delete({ name, path: "/", secure: name.startsWith("__Host-") });
    }
    redirect(`/${parsedInput.locale}`);
  });

"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { rehearsalCookie } from "@/domain/releases/rehearsal";
import { endRehearsal } from "@/domain/releases/rehearse";
import { echoing, fromForm, publicAction } from "./clients";
import { requestLocale } from "./locale";

/** Ends the rehearsal this browser holds, whoever is signed in by now, and leads back to the release. */
export const endRehearsalAction = publicAction
  .inputSchema(fromForm(z.object({})), echoing)
  .stateAction(async () => {
    const kept = await cookies();
    const token = kept.get(rehearsalCookie)?.value;
    const id = token ? await endRehearsal(token) : undefined;
    kept.delete(rehearsalCookie);
    // What the browser has kept of pages shows what is not so.
    revalidatePath("/[locale]", "layout");
    const locale = await requestLocale();
    redirect((id ? `/${locale}/organize/releases/${id}` : `/${locale}`) as never);
  });

import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { accessionForOrganizer } from "@/domain/accessions/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";

/** The application of these pages and who asks for it, read once per request; 404 where there is none. */
export const accessionHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "accession.list") || !z.uuid().safeParse(id).success) notFound();
  const [locale, { zone }] = await Promise.all([getLocale(), groupProfile()]);
  const at = now();
  const today = dayIn(at, zone);
  try {
    const accession = await accessionForOrganizer(actor, id, { at, today });
    return { actor, accession, locale, zone, today, name: pick(accession.name, locale) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

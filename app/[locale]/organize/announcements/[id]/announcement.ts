import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { announcementForOrganizer } from "@/domain/announcements/organizer-queries";
import { Refusal } from "@/lib/refusal";

/** The announcement of these pages and who asks for it, read once per request; 404 where there is none. */
export const announcementHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "announcement.list") || !z.uuid().safeParse(id).success) notFound();
  try {
    const [announcement, locale] = await Promise.all([announcementForOrganizer(actor, id), getLocale()]);
    const { latest, original } = announcement;
    const head = latest[locale] ?? (original && latest[original]);
    return { actor, announcement, title: head?.title ?? announcement.slug, lang: head?.locale };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

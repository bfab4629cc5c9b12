import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import type { Locale } from "@/db/enums";
import { readAnnouncement } from "@/domain/announcements/readable";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { answerWith } from "@/lib/http/status";

const moment = cache(now);

/**
 * The announcement of this address at the moment of the request. An address it once had leads to the present one, one of
 * the other language to this one's; one whose text was taken back in error is gone (410), and of any other there is
 * nothing.
 */
export const announcementHere = cache(async (slug: string, locale: Locale) => {
  const at = moment();
  const read = await readAnnouncement(slug, locale, at);
  if (!read) notFound();
  if (read.kind === "gone") {
    answerWith(410);
    return undefined;
  }
  if (read.kind === "elsewhere") {
    const to = `/${locale}/news/${read.slug}` as never;
    if (read.forGood) permanentRedirect(to);
    redirect(to);
  }
  return { ...read, group: await groupProfile(), at };
});

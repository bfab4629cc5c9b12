import type { MetadataRoute } from "next";
import { type Locale, locales } from "@/db/enums";
import { allPublicAnnouncements } from "@/domain/announcements/queries";
import { allPublicEvents } from "@/domain/events/queries";
import { publicMembers } from "@/domain/members/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { absolute } from "@/lib/seo";

/** What is public is asked at the moment of reading. */
export const dynamic = "force-dynamic";

const places = ["", "/events", "/statements", "/members", "/news"];

/** Every public page in every language its text is public in, with its published twins. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const at = now();
  const [events, statements, members, announcements] = await Promise.all([
    allPublicEvents(at),
    publicStatements(at),
    publicMembers(at),
    allPublicAnnouncements("en", at),
  ]);
  return [
    ...places.flatMap((path) => page(path)),
    ...events.flatMap((event) => page(`/events/${event.slug}`, locales, event.updatedAt)),
    ...statements.flatMap((one) => page(`/statements/${one.slug}`, one.published, one.publicFrom)),
    ...members.flatMap((member) => page(`/members/${member.slug}`)),
    ...announcements.flatMap((one) => page(`/news/${one.slug}`, one.published, one.publicFrom)),
  ];
}

function page(
  path: string,
  published: readonly Locale[] = locales,
  lastModified?: Date,
): MetadataRoute.Sitemap {
  const address = (locale: Locale) => absolute(`/${locale}${path}`);
  const twins = Object.fromEntries(published.map((locale) => [locale, address(locale)]));
  return published.map((locale) => ({
    url: address(locale),
    lastModified,
    alternates: published.length > 1 ? { languages: twins } : undefined,
  }));
}

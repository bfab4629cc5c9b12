import { type SQL, sql } from "drizzle-orm";
import type { Locale } from "@/db/enums";
import { announcementAddresses } from "@/db/schema/announcement-publishing";
import { announcementPublications, announcements } from "@/db/schema/announcements";

const present = sql`select ${announcementAddresses.slug} from ${announcementAddresses}
  where ${announcementAddresses.announcementId} = ${announcements.id} and ${announcementAddresses.present}`;

/**
 * The address of an announcement in the language of the publication a query reads, for queries of `announcements` joined
 * with `announcement_publications`: every public list, feed and search answers with it.
 */
export const slugOfRow: SQL<string> = sql<string>`coalesce((${present}
  and ${announcementAddresses.locale} = ${announcementPublications.locale}), ${announcements.slug})`;

/** The addresses of an announcement in every language that has one of its own. */
export const ownSlugs: SQL<Partial<Record<Locale, string>>> = sql`coalesce((
  select json_object_agg(${announcementAddresses.locale}, ${announcementAddresses.slug}) from ${announcementAddresses}
  where ${announcementAddresses.announcementId} = ${announcements.id} and ${announcementAddresses.present}), '{}')`;

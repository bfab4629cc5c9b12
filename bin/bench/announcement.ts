import { driver } from "@/db/client";
import { publicAnnouncements } from "@/domain/announcements/queries";
import { readAnnouncement } from "@/domain/announcements/readable";
import { now } from "@/lib/clock";
import { median } from "./median";

const COUNT = 1_000;
const EDITIONS = 20;
const slug = "bench-announcement";

type Announcements = {
  count: number;
  editions: number;
  listed: number;
  read: number;
  pages: [string, string][];
};

/**
 * A thousand public announcements in two languages, each with an address of its own in one of them and many editions of
 * one: how long a page of the list takes, and one by an address it has left; and both asked for as pages.
 */
export async function manyAnnouncements(base: string): Promise<Announcements> {
  await plant();
  return {
    count: COUNT,
    editions: EDITIONS,
    listed: await median(() => publicAnnouncements("sv", now(), { page: 1 })),
    read: await median(() => readAnnouncement(`${slug}-1-before`, "sv", now())),
    pages: [
      ["news of a thousand", `${base}/en/news`],
      ["announcement", `${base}/en/news/${slug}-1`],
    ],
  };
}

async function plant() {
  const body = {
    type: "doc",
    content: Array.from({ length: 12 }, (_, at) => ({
      type: "paragraph",
      content: [{ type: "text", text: `Paragraph ${at} says why the group needs near-zero steel by 2030.` }],
    })),
  };
  const sql = driver();
  await sql`insert into announcements (slug, kind) select ${slug} || '-' || n, 'article' from generate_series(1, ${COUNT}) n`;
  await sql`
    insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
    select a.id, l, n, 'Announcement ' || n, 'What it is about.', ${JSON.stringify(body)}::text::jsonb, 'bench'
    from announcements a, unnest(array['en', 'sv']) l, generate_series(1, ${EDITIONS}) n
    where a.slug like ${`${slug}-%`} and (n = 1 or a.slug = ${`${slug}-1`})`;
  await sql`
    insert into announcement_publications (announcement_id, locale, revision_id, public_from, change_note, withdrawn_at, withdrawal_reason)
    select r.announcement_id, r.locale, r.id, now() - interval '1 day' + r.number * interval '1 minute',
      case when r.number > 1 then 'A number was wrong.' else '' end,
      case when r.number < m.last then now() - interval '1 day' + (r.number + 1) * interval '1 minute' end,
      case when r.number < m.last then 'Replaced.' else '' end
    from announcement_revisions r join announcements a on a.id = r.announcement_id,
      lateral (select max(number) as last from announcement_revisions o where o.announcement_id = r.announcement_id) m
    where a.slug like ${`${slug}-%`}`;
  await sql`
    insert into announcement_addresses (locale, slug, announcement_id, present, since)
    select 'sv', a.slug || which, a.id, which = '-nu', now()
    from announcements a, unnest(array['-nu', '-before']) which where a.slug like ${`${slug}-%`}`;
  await sql`analyze announcements, announcement_revisions, announcement_publications, announcement_addresses`;
}

import crypto from "node:crypto";
import type postgres from "postgres";
import sharp from "sharp";
import { announcementKinds, locales } from "@/db/enums";

/**
 * Plants, past the pages, what a release can make public, none of it public yet: a member with a logo, a statement, an event with an
 * agenda and an announcement of each kind that shows a picture, all in each language and all with the same words.
 * Answers every address at which the public, a program or a calendar could read something of it; `asked` is what is
 * searched for.
 */
export async function plantRelease(sql: postgres.Sql, { slug, words, asked }: Planted) {
  const name = sql.json({ en: words, sv: words });
  const pictureId = await plantPicture(sql, slug);
  const [company] = await sql`
    insert into organisations (slug, kind, name, sectors, logo_id)
    values (${slug}, 'company', ${name}, '{steel}', ${pictureId}) returning id`;
  const [spell] = await sql`
    insert into memberships (organisation_id, joined_on) values (${company?.id}, '2024-01-01') returning id`;
  const statementId = await plantStatement(sql, slug, words);
  const pieces: { kind: string; id: string }[] = [];
  for (const kind of announcementKinds) {
    const id = await plantAnnouncement(sql, { slug: addressOf(slug, kind), kind, words, pictureId });
    if (kind === "new_member")
      await sql`insert into announcement_memberships (announcement_id, membership_id) values (${id}, ${spell?.id})`;
    pieces.push({ kind, id });
  }
  const [event] = await sql`
    insert into events (slug, kind, title, summary, starts_at, ends_at, zone, city, registration_policy)
    values (${slug}, 'dialogue', ${name}, ${name}, now() + interval '9 days', now() + interval '10 days',
      'Europe/Stockholm', ${name}, 'closed') returning id`;
  await sql`insert into event_hosts (event_id, organisation_id, role, position)
    select ${event?.id}, id, 'host', 0 from organisations where kind = 'country' limit 1`;
  const [item] = await sql`
    insert into agenda_items (event_id, kind, title, starts_at, ends_at, audience)
    select id, 'opening', ${name}, starts_at, starts_at + interval '1 hour', 'public' from events where id = ${event?.id}
    returning id`;
  return [
    ...locales.flatMap((locale) => [
      ...lists.map((list) => `/${locale}${list}`),
      `/${locale}/search?q=${asked}`,
      ...["", "/share.png"].flatMap((part) => [
        `/${locale}/events/${slug}${part}`,
        `/${locale}/statements/${slug}${part}`,
        `/${locale}/members/${slug}${part}`,
      ]),
      ...ofEvent.map((part) => `/${locale}/events/${slug}/${part}`),
      `/${locale}/events/${slug}/agenda/${item?.id}/ics`,
      `/${locale}/members/${slug}/logo/${pictureId}`,
      `/${locale}/statements/${slug}.json`,
      `/${locale}/statements/${slug}.pdf`,
      ...pieces.flatMap(({ kind }) => [
        ...["news", "feed.xml", "rss.xml"].map((list) => `/${locale}/${list}?kind=${kind}`),
        ...["", "/share.png", `/media/${pictureId}`].map(
          (part) => `/${locale}/news/${addressOf(slug, kind)}${part}`,
        ),
      ]),
      // Of one kind: so many are drawn for one reader in ten minutes.
      `/${locale}/news/${slug}-article/press-kit.zip`,
    ]),
    "/sitemap.xml",
    ...["events", "statements", "members", "announcements"].map((of) => `/api/v1/${of}?perPage=100`),
    `/api/v1/events/${event?.id}`,
    `/api/v1/events/${event?.id}/agenda`,
    `/api/v1/statements/${statementId}`,
    `/api/v1/members/${company?.id}`,
    ...pieces.map(({ id }) => `/api/v1/announcements/${id}`),
  ];
}

const addressOf = (slug: string, kind: string) => `${slug}-${kind.replace("_", "-")}`;

type Planted = { slug: string; words: string; asked: string };

const lists = [
  "",
  "/events",
  "/events.ics",
  "/statements",
  "/members",
  "/members/export?format=json",
  "/members/export?format=csv",
  "/news",
  "/feed.xml",
  "/rss.xml",
];

const ofEvent = [
  "agenda/changes",
  "agenda/releases/1",
  "agenda/feed.xml",
  "agenda.ics",
  "agenda.json",
  "agenda.pdf",
  "schedule.json",
  "schedule.xml",
];

async function plantStatement(sql: postgres.Sql, slug: string, words: string): Promise<string> {
  const paragraphs = JSON.stringify([{ id: crypto.randomUUID(), kind: "operative", text: words }]);
  const [statement] = await sql`
    insert into statements (slug, kind) values (${slug}, 'chairs_summary') returning id`;
  for (const locale of locales)
    await sql`
      insert into statement_revisions
        (statement_id, locale, number, title, paragraphs, hash, saved_by_name, translation_of_id)
      select ${statement?.id}, ${locale}, 1, ${words}, ${paragraphs}::text::jsonb, 'x', 'test',
        (select id from statement_revisions where statement_id = ${statement?.id} and locale = 'en')`;
  return statement?.id;
}

/** A picture of the library whose address does not tell what it shows. */
async function plantPicture(sql: postgres.Sql, name: string): Promise<string> {
  const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#357" } })
    .webp()
    .toBuffer();
  const sha256 = crypto.createHash("sha256").update(content).digest("hex");
  const [file] = await sql`
    insert into files (purpose, name, content_type, size, sha256, content)
    values ('media', ${name}, 'image/webp', ${content.length}, ${sha256}, ${content}) returning id`;
  const [picture] = await sql`
    insert into media (kind, name, file_id, width, height, created_at, created_by)
    values ('image', ${name}, ${file?.id}, 40, 30, now(), 'test') returning id`;
  return picture?.id;
}

type Piece = { slug: string; kind: string; words: string; pictureId: string };

async function plantAnnouncement(
  sql: postgres.Sql,
  { slug, kind, words, pictureId }: Piece,
): Promise<string> {
  const body = JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  });
  const [piece] = await sql`insert into announcements (slug, kind) values (${slug}, ${kind}) returning id`;
  for (const locale of locales)
    await sql`
      with written as (
        insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
        values (${piece?.id}, ${locale}, 1, ${words}, ${words}, ${body}::text::jsonb, 'test')
        returning id, announcement_id),
      shown as (insert into announcement_media (revision_id, media_id) select id, ${pictureId} from written)
      insert into announcement_reviews (announcement_id, revision_id, step, at, by_name)
      select announcement_id, id, 'approved', now(), 'Somebody else' from written`;
  return piece?.id;
}

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expect, test } from "../support/watched";

const marker = `Zzyzx${crypto.randomBytes(4).toString("hex")}`;
const slug = marker.toLowerCase();
/** Stands beside the marker, so that a search page that repeats what was asked for does not repeat the marker. */
const beside = `plugh${crypto.randomBytes(4).toString("hex")}`;
const text = `${marker} ${beside}`;
/** Public statements whose adoption was in a session nobody knows of yet, and in an internal hold. */
const adoptedIn = {
  draft: `plain-${crypto.randomBytes(4).toString("hex")}`,
  hold: `calm-${crypto.randomBytes(4).toString("hex")}`,
};

/** Every place where the public, a program or a calendar could read something. */
const surfaces = (locale: string) => [
  `/${locale}`,
  `/${locale}/events`,
  `/${locale}/events/summit-2022`,
  `/${locale}/statements`,
  `/${locale}/statements/${slug}`,
  `/${locale}/statements/${slug}.pdf`,
  `/${locale}/statements/${slug}.json`,
  `/${locale}/statements/${slug}/editions/1`,
  ...Object.values(adoptedIn).flatMap((own) => [
    `/${locale}/statements/${own}`,
    `/${locale}/statements/${own}.pdf`,
  ]),
  `/${locale}/members`,
  `/${locale}/members?asOf=2030-01-01`,
  `/${locale}/members?view=together&sort=-joined&asOf=2030-01-01`,
  `/${locale}/members/export?format=json&asOf=2030-01-01`,
  `/${locale}/members/export?format=csv`,
  `/${locale}/members/${slug}`,
  ...["news", "statements", "members", "events"].map((room) => `/${locale}/${room}/${slug}/share.png`),
  ...["events", "statements", "announcements", "members"].map((room) => `/api/v1/${room}?perPage=100`),
  "/api/v1/members?asOf=2030-01-01&perPage=100",
  `/${locale}/news`,
  `/${locale}/news/${slug}`,
  `/${locale}/news/${slug}-adress`,
  `/${locale}/news/japan-and-south-africa-join`,
  `/${locale}/search?q=${beside}`,
  `/${locale}/feed.xml`,
  `/${locale}/feed.xml?kind=article`,
  `/${locale}/rss.xml`,
  `/${locale}/rss.xml?kind=article`,
  `/${locale}/news?kind=article`,
  `/${locale}/events.ics`,
  `/${locale}/events/summit-2022/agenda.ics`,
  `/${locale}/events/summit-2022/agenda/changes`,
  `/${locale}/events/summit-2022/agenda/feed.xml`,
  "/sitemap.xml",
  "/robots.txt",
];

function database() {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}

/**
 * Plants an embargoed statement, announcement and membership, a draft event, and public statements that were adopted in
 * a session of the draft event and in an internal hold: what may not be read of each carries the marker.
 */
async function plant(sql: postgres.Sql, publicFrom: string) {
  const body = JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const paragraphs = JSON.stringify([{ id: crypto.randomUUID(), kind: "operative", text }]);
  const [host] = await sql`select id, starts_at from events where slug = 'summit-2022'`;
  const [company] = await sql`
    insert into organisations (slug, kind, name, sectors) values (${slug}, 'company', ${sql.json({ en: text })}, '{steel}') returning id`;
  await sql`insert into memberships (organisation_id, joined_on, public_from) values (${company?.id}, '2024-01-01', ${publicFrom})`;
  for (const locale of ["en", "sv"]) {
    const [statement] = await sql`
      insert into statements (slug, kind, event_id) values (${slug}, 'chairs_summary', ${host?.id})
      on conflict (slug) do update set kind = excluded.kind returning id`;
    const [revision] = await sql`
      insert into statement_revisions (statement_id, locale, number, title, paragraphs, hash, saved_by_name)
      values (${statement?.id}, ${locale}, 1, ${text}, ${paragraphs}::text::jsonb, 'x', 'test') returning id`;
    await sql`
      insert into statement_publications (statement_id, locale, revision_id, public_from)
      values (${statement?.id}, ${locale}, ${revision?.id}, ${publicFrom})`;
    const [piece] = await sql`
      insert into announcements (slug, kind, event_id, tags) values (${slug}, 'article', ${host?.id}, ${sql.array([marker])})
      on conflict (slug) do update set kind = excluded.kind returning id`;
    const [edition] = await sql`
      insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
      values (${piece?.id}, ${locale}, 1, ${text}, ${text}, ${body}::text::jsonb, 'test') returning id`;
    await sql`
      insert into announcement_publications (announcement_id, locale, revision_id, public_from)
      values (${piece?.id}, ${locale}, ${edition?.id}, ${publicFrom})`;
    if (locale === "sv")
      await sql`
        insert into announcement_addresses (locale, slug, announcement_id, present, since)
        values ('sv', ${`${slug}-adress`}, ${piece?.id}, true, now())`;
  }
}

/** Plants the draft event and the two statements. */
async function plantSessions(sql: postgres.Sql) {
  const title = sql.json({ en: text, sv: text });
  const [draft] = await sql`
    insert into events (slug, kind, title, summary, starts_at, ends_at, zone, city)
    values (${slug}, 'dialogue', ${title}, ${title}, now() + interval '9 days', now() + interval '10 days', 'UTC', ${title})
    returning id`;
  const [announced] = await sql`select id from events where slug = 'summit-2022'`;
  for (const [own, event, kind] of [
    [adoptedIn.draft, draft?.id, "closing"],
    [adoptedIn.hold, announced?.id, "hold"],
  ] as const) {
    const [session] = await sql`
      insert into agenda_items (event_id, kind, title, starts_at, ends_at)
      select id, ${kind}, ${title}, starts_at, ends_at from events where id = ${event} returning id`;
    const [statement] = await sql`
      insert into statements (slug, kind, event_id) values (${own}, 'joint_statement', ${event}) returning id`;
    for (const locale of ["en", "sv"]) {
      const [revision] = await sql`
        insert into statement_revisions (statement_id, locale, number, title, paragraphs, hash, saved_by_name)
        values (${statement?.id}, ${locale}, 1, 'Plain', '[]', 'x', 'test') returning id`;
      if (locale === "en")
        await sql`
          insert into adoptions (statement_id, revision_id, hash, method, adopted_at, zone, agenda_item_id)
          values (${statement?.id}, ${revision?.id}, 'x', 'consensus', now(), 'UTC', ${session?.id})`;
      await sql`
        insert into statement_publications (statement_id, locale, revision_id, public_from)
        values (${statement?.id}, ${locale}, ${revision?.id}, now() - interval '1 minute')`;
    }
  }
}

/** On which surfaces the marker is read; compressed parts of a PDF count as the page that must not exist. */
async function sightings(
  get: (address: string) => Promise<{ status: number; body: string }>,
  locale: string,
) {
  const seen: string[] = [];
  for (const address of surfaces(locale)) {
    const { status, body } = await get(address);
    if (status === 200 && (address.includes(slug) || body.includes(marker) || body.includes(slug)))
      seen.push(address);
  }
  return seen;
}

test("what is under embargo exists on no public surface, and everywhere once it is not", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const sql = database();
  const get = async (address: string) => {
    const response = await request.get(address);
    return { status: response.status(), body: await response.text() };
  };
  await plant(sql, "2099-01-01T00:00:00Z");
  await plantSessions(sql);
  for (const locale of ["en", "sv"]) {
    expect(await sightings(get, locale)).toEqual([]);
    expect((await get(`/${locale}/news/${slug}/press-kit.zip`)).status).toBe(404);
  }
  // The same question, asked once the instant has come: the test can fail.
  for (const table of ["memberships", "statement_publications", "announcement_publications"]) {
    await sql.unsafe(
      `update ${table} set public_from = now() - interval '1 minute' where public_from = '2099-01-01T00:00:00Z'`,
    );
  }
  await sql`update events set announced_at = now() - interval '1 minute' where slug = ${slug}`;
  for (const locale of ["en", "sv"]) {
    const seen = await sightings(get, locale);
    expect(seen).toEqual(
      expect.arrayContaining([
        `/${locale}`,
        `/${locale}/news/${slug}`,
        `/${locale}/news/${slug}-adress`,
        `/${locale}/statements/${slug}.pdf`,
        `/${locale}/statements/${slug}.json`,
        `/${locale}/statements/${slug}/editions/1`,
        `/${locale}/statements/${adoptedIn.draft}`,
        `/${locale}/events.ics`,
        `/${locale}/members/${slug}`,
        `/${locale}/feed.xml`,
        `/${locale}/feed.xml?kind=article`,
        `/${locale}/rss.xml`,
        `/${locale}/rss.xml?kind=article`,
        ...["news", "statements", "members", "events"].map((room) => `/${locale}/${room}/${slug}/share.png`),
        ...["events", "statements", "announcements", "members"].map((room) => `/api/v1/${room}?perPage=100`),
        "/sitemap.xml",
        `/${locale}/search?q=${beside}`,
      ]),
    );
    // An internal hold is never public, whatever becomes of its event.
    expect(seen).not.toContain(`/${locale}/statements/${adoptedIn.hold}`);
  }
  await sql`update events set announced_at = null where slug = ${slug}`;
  await sql`delete from announcement_publications where announcement_id in (select id from announcements where slug = ${slug})`;
  await sql`delete from statement_publications where statement_id in (select id from statements where slug in ${sql([slug, ...Object.values(adoptedIn)])})`;
  await sql`delete from memberships where organisation_id in (select id from organisations where slug = ${slug})`;
  await sql.end();
});

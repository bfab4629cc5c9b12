import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";

/**
 * An announcement in English that is public, planted past the pages, for journeys about what it shows and how it is
 * found. Answers what takes it back.
 */
export async function plantPublicAnnouncement(slug: string, title: string, shows: string[] = []) {
  const sql = postgres(fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8"), {
    max: 1,
    onnotice: () => {},
  });
  const [piece] = await sql`
    insert into announcements (slug, kind) values (${slug}, 'article') returning id`;
  const [revision] = await sql`
    insert into announcement_revisions (announcement_id, locale, number, title, body, saved_by_name)
    values (${piece?.id}, 'en', 1, ${title}, ${sql.json({ type: "doc", content: [] })}, 'A test') returning id`;
  for (const id of shows)
    await sql`insert into announcement_media (revision_id, media_id) values (${revision?.id}, ${id})`;
  await sql`
    insert into announcement_publications (announcement_id, locale, revision_id, public_from)
    values (${piece?.id}, 'en', ${revision?.id}, now() - interval '1 day')`;
  return {
    async withdraw() {
      await sql`
        update announcement_publications set withdrawn_at = now(), withdrawal_reason = 'A test is over.'
        where announcement_id = ${piece?.id}`;
      await sql.end();
    },
  };
}

import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";

/**
 * A company with a membership that nobody knows of yet, and a public announcement about it, planted past the pages.
 * Answers its id, what makes the membership public, and what takes everything back.
 */
export async function plantMember(slug: string, name: string) {
  const sql = postgres(fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8"), {
    max: 1,
    onnotice: () => {},
  });
  const [company] = await sql`
    insert into organisations (slug, kind, name, sectors) values (${slug}, 'company', ${sql.json({ en: name, sv: name })}, '{steel}')
    returning id`;
  const [spell] = await sql`
    insert into memberships (organisation_id, joined_on) values (${company?.id}, '2024-01-01') returning id`;
  const [piece] = await sql`
    insert into announcements (slug, kind) values (${slug}, 'new_member') returning id`;
  await sql`
    insert into announcement_memberships (announcement_id, membership_id) values (${piece?.id}, ${spell?.id})`;
  const [revision] = await sql`
    insert into announcement_revisions (announcement_id, locale, number, title, body, saved_by_name)
    values (${piece?.id}, 'en', 1, ${name}, ${sql.json({ type: "doc", content: [] })}, 'A test') returning id`;
  await sql`
    insert into announcement_publications (announcement_id, locale, revision_id, public_from)
    values (${piece?.id}, 'en', ${revision?.id}, now() - interval '1 day')`;
  return {
    id: String(company?.id),
    async announce() {
      await sql`update memberships set public_from = now() where id = ${spell?.id}`;
    },
    async takeBack() {
      await sql`update memberships set public_from = null, withdrawn_at = now() where id = ${spell?.id}`;
      await sql`
        update announcement_publications set withdrawn_at = now(), withdrawal_reason = 'A test is over.'
        where announcement_id = ${piece?.id}`;
      await sql.end();
    },
  };
}

import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { now } from "@/lib/clock";

/**
 * An announcement that becomes public in so many milliseconds, planted past the pages with the job its publication leaves
 * behind: for journeys that are about what happens at the instant.
 */
export async function plantAnnouncement(slug: string, title: string, inMilliseconds: number) {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  const sql = postgres(url, { max: 1 });
  const publicFrom = new Date(now().getTime() + inMilliseconds);
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: title }] }] };
  const [piece] = await sql`
    insert into announcements (slug, kind) values (${slug}, 'press_release') returning id`;
  const id = String(piece?.id);
  for (const locale of ["en", "sv"]) {
    const [revision] = await sql`
      insert into announcement_revisions (announcement_id, locale, number, title, body, saved_by_name)
      values (${id}, ${locale}, 1, ${title}, ${sql.json(body)}, 'A test') returning id`;
    await sql`
      insert into announcement_publications (announcement_id, locale, revision_id, public_from)
      values (${id}, ${locale}, ${revision?.id}, ${publicFrom})`;
  }
  const told = { topic: "announcement.published", id, key: publicFrom.toISOString() };
  await sql`select graphile_worker.add_job('notify-webhooks',
    ${JSON.stringify({ ...told, publicFrom: publicFrom.toISOString() })}::text::json, run_at => ${publicFrom})`;
  await sql.end();
  return { id, publicFrom };
}

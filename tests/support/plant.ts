import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";

type Item = { title: string; startsAt: Date; endsAt: Date; attribution?: string; speaker?: string };

/**
 * An announced event with items in its working draft, planted past the pages, for journeys that are about what hangs on
 * items. Answers the ids, and what plants the first release of its agenda.
 */
export async function plantEvent(slug: string, title: string, items: Item[]) {
  const sql = postgres(databaseUrl(), { max: 1 });
  const words = (text: string) => sql.json({ en: text, sv: text });
  const ends = new Date(Math.max(...items.map((item) => item.endsAt.getTime())) + 3_600_000);
  const starts = new Date(Math.min(...items.map((item) => item.startsAt.getTime())) - 7_200_000);
  const [event] = await sql`
    insert into events (slug, kind, title, starts_at, ends_at, zone, city, registration_policy, announced_at)
    values (${slug}, 'briefing', ${words(title)}, ${starts}, ${ends}, 'Europe/Stockholm', ${words("Stockholm")},
      'closed', now() - interval '1 day')
    returning id`;
  const ids: string[] = [];
  for (const item of items) {
    const [row] = await sql`
      insert into agenda_items (event_id, kind, title, starts_at, ends_at, attribution)
      values (${event?.id}, 'roundtable', ${words(item.title)}, ${item.startsAt}, ${item.endsAt},
        ${item.attribution ?? "on_record"})
      returning id`;
    ids.push(String(row?.id));
    if (!item.speaker) continue;
    const sortName = item.speaker.split(" ").toReversed().join(" ");
    const [person] = await sql`
      insert into people (name, sort_name) values (${item.speaker}, ${sortName}) returning id`;
    await sql`
      insert into agenda_item_people (item_id, person_id, role) values (${row?.id}, ${person?.id}, 'speaker')`;
  }
  await sql.end();
  return { id: String(event?.id), itemIds: ids, release: () => plantRelease(String(event?.id), items, ids) };
}

async function plantRelease(eventId: string, items: Item[], ids: string[]) {
  const sql = postgres(databaseUrl(), { max: 1 });
  const released = items.map((item, index) => ({
    id: ids[index] ?? "",
    kind: "roundtable",
    title: { en: item.title, sv: item.title },
    abstract: {},
    room: null,
    startsAt: item.startsAt.toISOString(),
    endsAt: item.endsAt.toISOString(),
    audience: "public",
    attribution: item.attribution ?? "on_record",
    languages: [],
    statementIds: [],
    announcementIds: [],
    people: [],
    sequence: 0,
  }));
  await sql`
    insert into agenda_releases (event_id, number, content, released_at)
    values (${eventId}, 1, ${sql.json({ items: released, cancelled: [] })}, now())`;
  await sql.end();
}

const databaseUrl = () =>
  fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");

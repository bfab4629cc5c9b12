import crypto from "node:crypto";
import postgres from "postgres";

/** So long an item takes, in minutes. */
const length = 60;

/**
 * Plants an announced event under way since an hour, with a released agenda of its own (one item that is over, a plenary
 * under way by plan, two to come) and Sweden's delegation; what no page could do, for events of the past cannot be made.
 * Answers its id, its address and the ids of its items.
 */
export async function plantLiveEvent(databaseUrl: string, name: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const slug = `live-${crypto.randomBytes(4).toString("hex")}`;
  const words = (text: string) => sql.json({ en: text, sv: text });
  const [event] = await sql`
    insert into events (slug, kind, title, starts_at, ends_at, zone, city, announced_at)
    values (${slug}, 'summit', ${words(name)}, now() - interval '90 minutes', now() + interval '6 hours', 'UTC',
      ${words("Stockholm")}, now() - interval '1 day') returning id`;
  const ids: string[] = [];
  const items = [];
  const titles = ["Opening", "Plenary", "Panel", "Closing"];
  for (const [n, title] of titles.entries()) {
    const from = -75 + n * length;
    const [item] = await sql`
      insert into agenda_items (event_id, kind, title, starts_at, ends_at)
      values (${event?.id}, ${n === 1 ? "plenary" : "panel"}, ${words(title)},
        date_trunc('minute', now()) + ${`${from} minutes`}::text::interval,
        date_trunc('minute', now()) + ${`${from + length} minutes`}::text::interval)
      returning id, kind, starts_at, ends_at`;
    ids.push(item?.id);
    items.push({
      id: item?.id,
      kind: item?.kind,
      title: { en: title, sv: title },
      abstract: {},
      room: null,
      startsAt: item?.starts_at.toISOString(),
      endsAt: item?.ends_at.toISOString(),
      audience: "public",
      attribution: "on_record",
      languages: [],
      statementIds: [],
      announcementIds: [],
      people: [],
      sequence: 0,
    });
  }
  await sql`
    insert into agenda_releases (event_id, number, content, released_at)
    values (${event?.id}, 1, ${sql.json({ items, cancelled: [] } as never)}, now() - interval '1 day')`;
  await sql`
    insert into delegations (event_id, organisation_id)
    select ${event?.id}, organisation_id from users where email = 'karin.oberg@se.example.org'`;
  await sql.end();
  return { id: String(event?.id), slug, items: ids };
}

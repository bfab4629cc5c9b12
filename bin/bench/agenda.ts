import { db, driver } from "@/db/client";
import { findings } from "@/domain/agenda/findings";
import { draftOf, placed } from "@/domain/agenda/queries";
import { release } from "@/domain/agenda/release";
import { situationIn } from "@/domain/agenda/situation";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { actorOf } from "@/domain/sign-in/accounts";
import { newToken } from "@/lib/tokens";

const COUNT = 1_000;

type Agenda = { count: number; found: number; checked: number; cookie: string; pages: [string, string][] };

/**
 * An announced event with a thousand items in twenty rooms of two buildings, released once: how many milliseconds their
 * check takes, and its pages as an organizer and the public open them.
 */
export async function longAgenda(base: string): Promise<Agenda> {
  const { id, slug } = await longEvent();
  const [user] = await driver()<{ id: string }[]>`select id from users where role = 'organizer' limit 1`;
  if (!user) throw new Error("no organizer");
  const organizer = await actorOf(user.id);
  const event = await eventForOrganizer(organizer, id);
  const items = placed(await draftOf(db(), id));
  const situation = await situationIn(db(), event);
  const times = Array.from({ length: 20 }, () => {
    const began = performance.now();
    findings(items, situation);
    return performance.now() - began;
  });
  await release(organizer, { eventId: id, after: 0, note: {} });
  const { token, hash } = newToken();
  await driver()`
    insert into sessions (session_token, user_id, expires) values (${hash}, ${user.id}, now() + interval '1 day')`;
  return {
    count: COUNT,
    found: findings(items, situation).length,
    checked: times.toSorted((a, b) => a - b)[10] ?? 0,
    cookie: `plenary-session=${token}`,
    pages: [
      ["working draft", `${base}/en/organize/events/${id}/agenda`],
      ["releases", `${base}/en/organize/events/${id}/agenda/releases`],
      ["public agenda", `${base}/en/events/${slug}`],
      ["changes", `${base}/en/events/${slug}/agenda/changes`],
    ],
  };
}

async function longEvent() {
  const sql = driver();
  const title = sql`'{"en": "Bench agenda", "sv": "Lång dagordning"}'::jsonb`;
  const [event] = await sql<{ id: string; slug: string }[]>`
    insert into events (slug, kind, title, starts_at, ends_at, zone, announced_at, hard_findings)
    values ('bench-long-agenda', 'summit', ${title}, now() + interval '40 days', now() + interval '45 days',
      'Europe/Stockholm', now() - interval '1 day', '{}')
    returning id, slug`;
  if (!event) throw new Error("no event");
  await sql`
    insert into rooms (event_id, name, building, capacity, position)
    select ${event.id}, 'Room ' || i, case when i % 4 = 0 then 'Annex' else '' end, 50, i from generate_series(1, 20) i`;
  await sql`
    with persons as (
      insert into people (name, sort_name) select 'Bench Speaker ' || i, 'Speaker ' || i from generate_series(1, 700) i
      returning id
    ), numbered as (select id, row_number() over (order by id) as n from persons
    ), items as (
      insert into agenda_items (event_id, kind, title, room_id, starts_at, ends_at, expected)
      select e.id, 'panel', jsonb_build_object('en', 'Item ' || i, 'sv', 'Punkt ' || i), r.id,
        e.starts_at + (i / 20) * interval '30 minutes', e.starts_at + (i / 20) * interval '30 minutes' + interval '25 minutes', 40
      from events e cross join generate_series(0, ${COUNT - 1}::int) i
      join rooms r on r.event_id = e.id and r.position = 1 + i % 20
      where e.id = ${event.id}
      returning id
    ), ordered as (select id, row_number() over (order by id) as i from items)
    insert into agenda_item_people (item_id, person_id, role, position)
    select o.id, p.id, 'panellist', k from ordered o cross join generate_series(0, 2) k
    join numbered p on p.n = 1 + (o.i * 3 + k) % 700`;
  return event;
}

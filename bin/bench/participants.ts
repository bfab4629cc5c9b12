import { driver } from "@/db/client";
import { newToken } from "@/lib/tokens";
import { manyParticipants } from "./many";

const COUNT = 10_000;

/**
 * An event with ten thousand participants, and the pages of its list as an organizer opens them, with the cookie that
 * signs them in.
 */
export async function longList(
  base: string,
): Promise<{ count: number; cookie: string; pages: [string, string][] }> {
  const sql = driver();
  const [event] = await sql<{ id: string }[]>`
    insert into events (slug, kind, title, starts_at, ends_at, zone)
    values ('bench-long-list', 'summit', '{"en": "Bench"}', now() + interval '30 days', now() + interval '31 days',
      'Europe/Stockholm')
    returning id`;
  if (!event) throw new Error("no event");
  await manyParticipants(event.id, COUNT);
  const { token, hash } = newToken();
  await sql`
    insert into sessions (session_token, user_id, expires)
    select ${hash}, id, now() + interval '1 day' from users where role = 'organizer' limit 1`;
  const list = `${base}/en/organize/events/${event.id}/participants`;
  return {
    count: COUNT,
    cookie: `plenary-session=${token}`,
    pages: [
      ["first page", list],
      ["by name, page 60", `${list}?sort=name&page=60`],
      ["by organisation", `${list}?sort=-organisation`],
      ["search", `${list}?q=family99`],
      ["search in Swedish", `${list}?q=bolaget+17+director`],
      ["search, nobody", `${list}?q=nobody+is+called+this`],
      ["states, tag, class", `${list}?state=submitted,approved&class=press,delegate&tag=vip&sort=name`],
      ["needs, changed since", `${list}?needs=yes&since=2020-01-01&sort=-changed`],
      ["figures", list.replace("/participants", "")],
    ],
  };
}

import { driver } from "@/db/client";
import { create as createAnnouncement } from "@/domain/announcements/create";
import { addItems } from "@/domain/releases/add-items";
import { create } from "@/domain/releases/create";
import { thing } from "@/domain/releases/input";
import { publish } from "@/domain/releases/publish";
import { releaseForOrganizer } from "@/domain/releases/queries";
import { actorOf } from "@/domain/sign-in/accounts";

const SPELLS = 20;
const TEXTS = 10;

/**
 * A release of forty things: twenty new members, and ten announcements in two languages. How many milliseconds it takes
 * to look for all that stands in its way, and to make all of it public.
 */
export async function largeRelease() {
  const [user] = await driver()<{ id: string }[]>`select id from users where role = 'organizer' limit 1`;
  if (!user) throw new Error("no organizer");
  const organizer = await actorOf(user.id);
  const spells = await driver()<{ id: string }[]>`
    with joined as (
      insert into organisations (slug, kind, name)
      select 'bench-released-' || i, 'company', jsonb_build_object('en', 'Bench Released ' || i)
      from generate_series(1, ${SPELLS}::int) i returning id)
    insert into memberships (organisation_id, joined_on) select id, current_date from joined returning id`;
  const texts: string[] = [];
  for (let index = 0; index < TEXTS; index++) texts.push(...(await bothLanguages(organizer, index)));
  const { id } = await create(organizer, { title: "Bench release", eventId: null, agendaItemId: null });
  const things = [...spells.map((spell) => `membership:${spell.id}`), ...texts].map((one) =>
    thing.parse(one),
  );
  const { revision } = await addItems(organizer, { id, revision: 1, things });
  const began = performance.now();
  const { obstacles, items } = await releaseForOrganizer(organizer, id);
  const checked = performance.now() - began;
  if (obstacles.length > 0) throw new Error(`held back: ${JSON.stringify(obstacles)}`);
  const from = performance.now();
  await publish(organizer, { id, revision });
  return { items: items.length, checked, published: performance.now() - from };
}

async function bothLanguages(organizer: Awaited<ReturnType<typeof actorOf>>, index: number) {
  const { id } = await createAnnouncement(organizer, {
    kind: "article",
    slug: `bench-released-${index}`,
    title: `Bench article ${index}`,
    locale: "en",
    eventId: null,
    membershipIds: [],
  });
  const rows = await driver()<{ id: string; locale: string }[]>`
    insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
    select ${id}, locale, 7, 'Bench article', 'It is short.', '{"type":"doc","content":[]}', 'Bench'
    from unnest(array['en', 'sv']) locale returning id, locale`;
  await driver()`
    insert into announcement_reviews (announcement_id, revision_id, step, at, by_name)
    select announcement_id, id, 'approved', now(), 'Somebody else'
    from announcement_revisions where announcement_id = ${id} and number = 7`;
  return rows.map((row) => `announcement:${id}:${row.locale}:${row.id}`);
}

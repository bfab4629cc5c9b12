import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { begin } from "@/domain/live/begin";
import { finish } from "@/domain/live/finish";
import { type Reader, readStream } from "@/tests/support/stream";
import { summarise } from "./load";

/** How many follow at once, and how often something happens. */
const LISTENERS = 500;
const ROUNDS = 20;

/**
 * So many listeners follow an event in one process of `base` while an item is started and ended again and again:
 * milliseconds from the deed to each of them, and to the last.
 */
export async function liveFanOut(base: string) {
  const [event] = await db()
    .select({ id: events.id, slug: events.slug, content: agendaReleases.content })
    .from(events)
    .innerJoin(agendaReleases, eq(agendaReleases.eventId, events.id))
    .where(and(eq(events.kind, "summit")))
    .orderBy(desc(events.startsAt), desc(agendaReleases.number))
    .limit(1);
  const [organizer] = await db().select().from(users).where(eq(users.role, "organizer"));
  const itemId = event?.content.items[0]?.id;
  if (!event || !organizer || !itemId) throw new Error("no demonstration");
  const actor = { kind: "user" as const, ...organizer, role: "organizer" as const };
  let arrived: number[] = [];
  let all = () => {};
  const readers: Reader[] = [];
  for (let n = 0; n < LISTENERS; n++) {
    const url = `${base}/en/events/${event.slug}/live/stream`;
    const reader = await readStream(url, undefined, (one) => {
      if (one.event !== "view") return;
      arrived.push(one.at);
      if (arrived.length === LISTENERS) all();
    });
    readers.push(reader);
  }
  const each: number[] = [];
  const last: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    arrived = [];
    const everybody = new Promise<void>((resolve) => {
      all = resolve;
    });
    const began = performance.now();
    const input = { eventId: event.id, itemId, revision: round };
    await (round % 2 === 0 ? begin(actor, input) : finish(actor, input));
    await everybody;
    each.push(...arrived.map((at) => at - began));
    last.push(Math.max(...arrived) - began);
  }
  for (const reader of readers) reader.close();
  return { listeners: LISTENERS, each: summarise(each, 1, 0), last: summarise(last, 1, 0) };
}

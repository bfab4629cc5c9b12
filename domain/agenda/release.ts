import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { agendaReleases, type ReleasedAgenda } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { ensureNotInRelease } from "@/domain/releases/held";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { isReleasedAt } from "./current";
import { freeze } from "./freeze";
import type { ReleaseInput } from "./input";
import { linksOf } from "./links";
import { draftOf, placed } from "./queries";
import { writeRelease } from "./write-release";

/**
 * Makes the working draft the next numbered release, which the public sees from then on. Of two that follow the same
 * release one wins; the other is refused `stale`, as is one whose draft has changed since it was looked at. Refuses
 * `nothing_to_release` where nothing has changed, `obstacles` with the kinds of finding that hold it back,
 * `event_cancelled`, `in_release` where a release with other things is scheduled to do it.
 */
export async function release(actor: Actor, input: ReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "agenda.release");
    const { before, draft, content } = await draftToRelease(tx, event.id, at);
    if ((before?.number ?? 0) !== input.after) throw new Refusal("stale");
    await ensureNotInRelease(tx, { eventId: event.id, kind: "agenda" });
    if (input.seen && input.seen !== markOf(content)) throw new Refusal("stale");
    return writeRelease(tx, actor, event, { before, content, checked: placed(draft), note: input.note }, at);
  });
}

/** The working draft as the next release would hold it, with the release it would follow. */
export async function draftToRelease(query: Queryable, eventId: string, at: Date) {
  const before = await latestRelease(query, eventId, at);
  const draft = await draftOf(query, eventId);
  const links = await linksOf(
    query,
    draft.map((item) => item.id),
  );
  return { before, draft, content: freeze(draft, links, before?.content) };
}

/** The release that is an event's agenda at a moment, or nothing before the first. */
export async function latestRelease(query: Queryable, eventId: string, at: Date) {
  const [row] = await query
    .select()
    .from(agendaReleases)
    .where(and(eq(agendaReleases.eventId, eventId), isReleasedAt(at)))
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  return row;
}

/** By which a draft that was looked at is known again. */
export function markOf(content: ReleasedAgenda): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

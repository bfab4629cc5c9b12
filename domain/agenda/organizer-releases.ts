import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases, type ReleasedAgenda } from "@/db/schema/agenda";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { changesForOrganizer } from "./changes";
import { difference, newsByPerson } from "./difference";
import { following } from "./freeze";
import type { DraftItem } from "./queries";
import { reachable } from "./reach";
import { draftToRelease, markOf } from "./release";
import { type ChangeKind, changeKinds } from "./rules";
import { lastWritten } from "./write-release";

/** The releases of an event's agenda, latest first, each with how much it changed and what going back to it would. */
export async function releasesOf(actor: Actor, eventId: string, at = now()) {
  ensure(actor, "agenda.release");
  const rows = await db()
    .select({
      id: agendaReleases.id,
      number: agendaReleases.number,
      note: agendaReleases.note,
      content: agendaReleases.content,
      againOf: agendaReleases.againOf,
      releasedAt: agendaReleases.releasedAt,
      withdrawnAt: agendaReleases.withdrawnAt,
      by: users.name,
    })
    .from(agendaReleases)
    .leftJoin(users, eq(users.id, agendaReleases.releasedBy))
    .where(eq(agendaReleases.eventId, eventId))
    .orderBy(desc(agendaReleases.number));
  const latest = rows.find((row) => isPublic({ ...row, publicFrom: row.releasedAt }, at))?.content;
  return rows.map(({ content, withdrawnAt, ...row }, index) => ({
    ...row,
    standing: standingOf({ releasedAt: row.releasedAt, withdrawnAt }, at),
    changed: counts(rows[index + 1]?.content, content),
    /** Nothing where it is what is public already. */
    back: counts(latest, following(content.items, latest)),
  }));
}

/** Whether a release is out, was taken back, or is written and its instant has not come. */
function standingOf({ releasedAt, withdrawnAt }: { releasedAt: Date; withdrawnAt: Date | null }, at: Date) {
  if (withdrawnAt) return "withdrawn" as const;
  return releasedAt > at ? ("pending" as const) : ("out" as const);
}

/** How many items are new, moved and so on, in the order of the kinds. */
function counts(before: ReleasedAgenda | undefined, after: ReleasedAgenda) {
  const changes = difference(before?.items ?? [], after.items);
  return changeKinds
    .map((kind): [ChangeKind, number] => [kind, changes.filter((one) => one.kinds.includes(kind)).length])
    .filter(([, count]) => count > 0);
}

/** What a release of the working draft would change now, whom it would reach, and the mark of what is looked at. */
export async function nextRelease(actor: Actor, eventId: string, at = now()) {
  ensure(actor, "agenda.release");
  const { before, draft, content } = await draftToRelease(db(), eventId, at);
  const changes = difference(before?.content.items ?? [], content.items);
  const concerned = [...newsByPerson(changes).keys()];
  const told = await reachable(db(), eventId, concerned);
  return {
    after: before?.number ?? 0,
    number: (await lastWritten(db(), eventId)).number + 1,
    seen: markOf(content),
    draft,
    changes: await changesForOrganizer(changes),
    told: told.map((one) => one.name),
    unreachable: concerned.length - told.length,
    unasked: unaskedIn(draft, new Set(content.items.map((item) => item.id))),
  };
}

/** Who would be named in the release without having been asked. */
function unaskedIn(draft: DraftItem[], released: Set<string>) {
  const people = draft.filter((item) => released.has(item.id)).flatMap((item) => item.people);
  return [...new Set(people.filter((one) => one.confirmation === "unasked").map((one) => one.name))];
}

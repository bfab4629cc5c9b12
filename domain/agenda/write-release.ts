import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import type { Localized } from "@/db/enums";
import { agendaReleases, type ReleasedAgenda } from "@/db/schema/agenda";
import { type Actor, actorId } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { findings } from "./findings";
import { type Checked, obstaclesToRelease } from "./rules";
import { situationIn } from "./situation";

type Next = {
  /** The release it follows. */
  before?: { number: number; content: ReleasedAgenda };
  content: ReleasedAgenda;
  /** What is searched for findings that hold it back; absent: nothing is. */
  checked?: Checked[];
  note: Localized;
  againOf?: number;
  /** What history calls it, and what else it keeps; absent: a release. */
  action?: Action;
  details?: Record<string, unknown>;
  /** Whether nobody is mailed: on the day, people look at the screens. */
  silent?: boolean;
  /** From when it is the agenda; absent: at once. */
  releasedAt?: Date;
};

/**
 * Writes the release that follows another, in the transaction that holds the event's lock, and the job that tells of it
 * when it is out. Refuses `agenda_release_pending` while another one is written whose instant has not come.
 */
export async function writeRelease(tx: Transaction, actor: Actor, event: EventRow, next: Next, at: Date) {
  const { before, content, checked = [], note, againOf = null, action = "agenda.release" } = next;
  const releasedAt = next.releasedAt ?? at;
  if (event.cancelledAt) throw new Refusal("event_cancelled");
  const last = await lastWritten(tx, event.id);
  if (last.pendingUntil && last.pendingUntil > at) throw new Refusal("agenda_release_pending");
  if (isDeepStrictEqual(content, before?.content ?? { items: [], cancelled: [] }))
    throw new Refusal("nothing_to_release");
  const obstacles = obstaclesToRelease(findings(checked, await situationIn(tx, event)), event.hardFindings);
  if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
  const number = last.number + 1;
  const [row] = await tx
    .insert(agendaReleases)
    .values({ eventId: event.id, number, note, content, againOf, releasedAt, releasedBy: actorId(actor) })
    .returning({ id: agendaReleases.id });
  if (!row) throw new Refusal("not_found");
  await record(tx, actor, {
    action,
    subject: ["agenda_release", row.id],
    eventId: event.id,
    at,
    details: { number, ...(againOf ? { againOf } : {}), ...next.details },
  });
  await notify(tx, "agenda.released", { subject: ["agenda_release", row.id], key: "released" }, releasedAt);
  if (!next.silent)
    await enqueue(
      tx,
      "tell-agenda-release",
      { id: row.id },
      { jobKey: `agenda-release:${row.id}`, ...(releasedAt > at ? { runAt: releasedAt } : {}) },
    );
  return { id: row.id, number };
}

/** The highest number given so far, also to what was taken back, and the last instant of what stands. */
export async function lastWritten(query: Queryable, eventId: string) {
  const stands = sql`${agendaReleases.withdrawnAt} is null`;
  const [row] = await query
    .select({
      number: sql<number>`coalesce(max(${agendaReleases.number}), 0)::int`,
      pendingUntil: sql<Date | null>`max(${agendaReleases.releasedAt}) filter (where ${stands})`.mapWith(
        agendaReleases.releasedAt,
      ),
    })
    .from(agendaReleases)
    .where(eq(agendaReleases.eventId, eventId));
  return { number: row?.number ?? 0, pendingUntil: row?.pendingUntil ?? null };
}

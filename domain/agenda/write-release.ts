import type { Transaction } from "@/db/client";
import type { Localized } from "@/db/enums";
import { agendaReleases, type ReleasedAgenda } from "@/db/schema/agenda";
import { type Actor, actorId } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";

type Next = {
  eventId: string;
  /** The number of the release it follows; 0: none yet. */
  after: number;
  note: Localized;
  content: ReleasedAgenda;
  at: Date;
  /** What history calls it. */
  action: Action;
  details?: Record<string, unknown>;
};

/** Writes the next release of an event's agenda and records it. Behind the event's lock; the right is the verb's to ask. */
export async function writeRelease(tx: Transaction, actor: Actor, next: Next) {
  const number = next.after + 1;
  const [row] = await tx
    .insert(agendaReleases)
    .values({
      eventId: next.eventId,
      number,
      note: next.note,
      content: next.content,
      releasedAt: next.at,
      releasedBy: actorId(actor),
    })
    .returning({ id: agendaReleases.id });
  if (!row) throw new Refusal("not_found");
  await record(tx, actor, {
    action: next.action,
    subject: ["agenda_release", row.id],
    eventId: next.eventId,
    at: next.at,
    details: { number, ...next.details },
  });
  return { id: row.id, number };
}

import type { Transaction } from "@/db/client";
import type { SubjectKind } from "@/db/enums";
import { history } from "@/db/schema/history";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";

/** What was done, to what, and when. */
export type Deed = {
  action: Action;
  subject: [SubjectKind, string];
  at: Date;
  eventId?: string | null;
  reason?: string;
  /** Field names, counts and states; never personal data. */
  details?: Record<string, unknown>;
};

/** Writes the deed into history, in the transaction of the deed. */
export async function record(tx: Transaction, actor: Actor, deed: Deed) {
  await recordAll(tx, actor, [deed]);
}

/** Writes many deeds of one actor at once. */
export async function recordAll(tx: Transaction, actor: Actor, deeds: Deed[]) {
  if (deeds.length === 0) return;
  await tx.insert(history).values(
    deeds.map((deed) => ({
      at: deed.at,
      actorId: actorId(actor),
      actorName: actorName(actor),
      action: deed.action,
      subjectKind: deed.subject[0],
      subjectId: deed.subject[1],
      eventId: deed.eventId ?? null,
      reason: deed.reason ?? "",
      details: deed.details ?? {},
    })),
  );
}

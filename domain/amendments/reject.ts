import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { latestRevision } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RejectInput } from "./input";
import { lockAmendment } from "./lock";
import { settle, tellDecision } from "./settle";

/** Rejects an open amendment with a reason, of which everyone concerned is told. Refuses `stale`, `decided`. */
export async function reject(actor: Actor, { id, revision, reason }: RejectInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, amendment } = await lockAmendment(tx, id, revision);
    ensure(actor, "amendment.decide");
    if (amendment.state !== "open") throw new Refusal("decided");
    await settle(tx, actor, [amendment], { state: "rejected", reason, at });
    await record(tx, actor, {
      action: "amendment.decide",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason,
      details: { amendment: amendment.number, state: "rejected" },
    });
    const latest = await latestRevision(tx, statement.id, statement.authenticLocale);
    await tellDecision(tx, statement, latest?.title ?? "", [amendment], { state: "rejected", reason });
    return { revision: amendment.revision + 1 };
  });
}

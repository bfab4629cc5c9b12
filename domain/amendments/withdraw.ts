import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { partyOf } from "@/domain/negotiations/party";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawAmendmentInput } from "./input";
import { lockAmendment } from "./lock";
import { settle } from "./settle";

/** Takes an open amendment back, for the organisation that proposed it. Refuses `stale`, `decided`, `not_a_party`. */
export async function withdraw(actor: Actor, { id, revision, reason }: WithdrawAmendmentInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, amendment } = await lockAmendment(tx, id, revision);
    ensure(actor, "amendment.withdraw", { organisationId: amendment.organisationId });
    await partyOf(tx, statement.id, amendment.organisationId);
    if (amendment.state !== "open") throw new Refusal("decided");
    await settle(tx, actor, [amendment], { state: "withdrawn", reason, at });
    await record(tx, actor, {
      action: "amendment.withdraw",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason,
      details: { amendment: amendment.number },
    });
    return { revision: amendment.revision + 1 };
  });
}

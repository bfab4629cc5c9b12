import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { applied } from "./applying/rules";
import { bracketed } from "./bracketing";
import type { TakeUpInput } from "./input";
import { ensureNegotiable, lockAmendment } from "./lock";
import { groupsOf, misfitOf, obstaclesToAccepting } from "./rules";
import { settle, sponsorsOf, tellDecision } from "./settle";
import { openAmendments, seenText, writeText } from "./take-up";

/**
 * Takes an amendment up as it is: one revision more of the authentic text, in which nothing else changes. Refuses
 * `obstacles` (it needs a rebase, others on the same passage are open), `stale`, `statement_adopted`,
 * `text_locked`.
 */
export async function accept(actor: Actor, input: TakeUpInput, at = now()) {
  return takeUp(actor, input, at, "accepted");
}

/**
 * Leaves open in the text what an amendment would change, in brackets that its sponsors hold. Others on the same passage
 * may be open: they see brackets where the words were. Refuses as `accept`, and `not_bracketable`.
 */
export async function bracket(actor: Actor, input: TakeUpInput, at = now()) {
  return takeUp(actor, input, at, "bracketed");
}

async function takeUp(
  actor: Actor,
  { id, revision, textId, reason }: TakeUpInput,
  at: Date,
  how: "accepted" | "bracketed",
) {
  return db().transaction(async (tx) => {
    const { statement, amendment } = await lockAmendment(tx, id, revision);
    ensure(actor, "amendment.decide");
    await ensureNegotiable(tx, statement.id);
    const latest = await seenText(tx, statement, textId, () => ({ revision: amendment.revision }));
    const group = groupsOf(await openAmendments(tx, statement.id)).find((all) =>
      all.some((one) => one.id === id),
    );
    const obstacles = obstaclesToAccepting({
      state: amendment.state,
      misfit: misfitOf(amendment, latest),
      others: how === "accepted" ? (group ?? []).length - 1 : 0,
    });
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    const sponsors = await sponsorsOf(tx, [id]);
    const by = [amendment.organisationId, ...sponsors.map((row) => row.organisationId)];
    const text =
      how === "accepted"
        ? applied(latest, amendment, randomUUID)
        : bracketed(latest, amendment, by, { newId: randomUUID, locale: statement.authenticLocale });
    if (!text) throw new Refusal("not_bracketable");
    const written = await writeText(tx, actor, statement, latest, text, { how, amendments: [amendment] }, at);
    await settle(tx, actor, [amendment], { state: how, reason, at, resultId: written.id });
    await record(tx, actor, {
      action: "amendment.decide",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason,
      details: { amendment: amendment.number, state: how, revision: written.number },
    });
    await tellDecision(tx, statement, latest.title, [amendment], { state: how, reason });
    return written;
  });
}

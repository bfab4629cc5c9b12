import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { consolidated, placesOf } from "./applying/rules";
import type { ConsolidateInput } from "./input";
import { ensureNegotiable } from "./lock";
import { groupsOf } from "./rules";
import { settle, tellDecision } from "./settle";
import { openAmendments, seenText, writeText } from "./take-up";

/**
 * Settles several amendments of one group by one text, written by hand over the places they touch: one revision, and
 * exactly those amendments. Refuses `stale` with the words as they are now, `decided` where one is not open any more,
 * `not_one_group`, `foreign_paragraph`, `statement_adopted`, `text_locked`.
 */
export async function consolidate(actor: Actor, input: ConsolidateInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "amendment.decide");
    await ensureNegotiable(tx, input.id);
    const open = await openAmendments(tx, input.id);
    const chosen = open.filter((one) => input.amendmentIds.includes(one.id));
    if (chosen.length < input.amendmentIds.length) throw new Refusal("decided");
    const group = groupsOf(open).find((members) => chosen.every((one) => members.includes(one)));
    if (!group) throw new Refusal("not_one_group");
    const latest = await seenText(tx, statement, input.textId, ({ title, paragraphs }) => ({
      title,
      paragraphs: placesOf({ title, paragraphs }, group).paragraphs,
    }));
    const writable = placesOf(latest, group).paragraphs.map(({ id }) => id);
    if (input.paragraphs.some(({ id }) => !writable.includes(id))) throw new Refusal("foreign_paragraph");
    const text = consolidated(latest, { group, settled: chosen }, input, randomUUID);
    const written = await writeText(
      tx,
      actor,
      statement,
      latest,
      text,
      { how: "consolidated", amendments: chosen },
      at,
    );
    const outcome = { state: "consolidated" as const, reason: input.reason };
    await settle(tx, actor, chosen, { ...outcome, at, resultId: written.id });
    await record(tx, actor, {
      action: "amendment.decide",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      reason: input.reason,
      details: {
        amendments: chosen.map((one) => one.number),
        state: "consolidated",
        revision: written.number,
      },
    });
    await tellDecision(tx, statement, latest.title, chosen, outcome);
    return written;
  });
}

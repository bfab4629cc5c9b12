import { db } from "@/db/client";
import { errata } from "@/db/schema/procedures";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ReportInput } from "./input";
import { isParty } from "./is-party";
import { standsIn } from "./rules";
import { textOf } from "./text-of";

/**
 * Reports a mistake in an adopted text: the secretariat, or an organisation that took part in it. Nothing of it is
 * public. Refuses `not_adopted`, `says_not_in_text`, and `not_found` for an organisation that has no part in it.
 */
export async function report(actor: Actor, { statementId, ...mistake }: ReportInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, statementId);
    const organisationId = actor.kind === "user" ? actor.organisationId : null;
    ensure(actor, "erratum.report", { organisationId });
    if (organisationId && !(await isParty(tx, statementId, organisationId))) throw new Refusal("not_found");
    // At the desk only the authentic text is known to be public among the parties.
    if (organisationId && mistake.locale !== statement.authenticLocale) throw new Refusal("not_found");
    const text = await textOf(tx, statement, mistake.locale);
    if (!text) throw new Refusal("not_adopted");
    if (!standsIn(mistake, text.paragraphs)) throw new Refusal("says_not_in_text");
    const [row] = await tx
      .insert(errata)
      .values({ statementId, ...mistake, reportedBy: actorName(actor), reportedAt: at })
      .returning({ id: errata.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "erratum.report",
      subject: ["statement", statementId],
      eventId: statement.eventId,
      at,
      details: { kind: mistake.kind, language: mistake.locale },
    });
    return row;
  });
}

import { asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { statementCirculations, statementParties } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { readInline } from "@/domain/statements/inline/rules";
import { adoptionOf, latestRevision, lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import type { CirculateInput } from "./input";
import { labelOf, obstaclesToCirculating } from "./rules";
import { tell } from "./tell";

/**
 * Sends the latest authentic text round to the parties: the first time as the zero draft, then as REV.1, REV.2 …. Only
 * what was sent round is seen at the desk. The parties' focal points are told, once. Refuses `obstacles`.
 */
export async function circulate(actor: Actor, input: CirculateInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.circulate");
    const latest = await latestRevision(tx, input.id, statement.authenticLocale);
    const before = await circulationsOf(tx, input.id);
    const parties = await tx
      .select({ id: statementParties.organisationId })
      .from(statementParties)
      .where(eq(statementParties.statementId, input.id));
    const obstacles = obstaclesToCirculating({
      paragraphs: latest?.paragraphs.length ?? 0,
      parties: parties.length,
      adopted: (await adoptionOf(tx, input.id)) !== undefined,
      latest: latest?.id === input.revisionId,
      circulated: before.some((one) => one.revisionId === input.revisionId),
      problems: latest?.paragraphs.some(({ text }) => readInline(text).problems.length > 0) ?? false,
    });
    if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
    const number = before.length;
    const [row] = await tx
      .insert(statementCirculations)
      .values({
        statementId: input.id,
        revisionId: latest.id,
        number,
        note: input.note,
        circulatedAt: at,
        circulatedBy: actorName(actor),
      })
      .returning({ id: statementCirculations.id });
    await record(tx, actor, {
      action: "statement.circulate",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { number, revision: latest.number },
    });
    const told = await tell(
      tx,
      statement,
      parties.map((party) => party.id),
      {
        key: `statement.circulate:${row?.id}`,
        template: "statement-circulated",
        subject: (locale) => words(locale, "negotiation.mail")("circulated.subject", { title: latest.title }),
        paragraphs: (locale) => {
          const t = words(locale, "negotiation");
          const { key, number: rev } = labelOf({ number: latest.number, circulation: number });
          const label = t(`label.${key}`, { number: rev });
          const said = t("mail.circulated.text", { label, title: latest.title });
          return [said, ...input.note.split(/\n{2,}/).filter(Boolean)];
        },
      },
    );
    return { number, told };
  });
}

/** What was sent round of a statement, the zero draft first. */
export async function circulationsOf(tx: Transaction, statementId: string) {
  return tx
    .select({ revisionId: statementCirculations.revisionId, number: statementCirculations.number })
    .from(statementCirculations)
    .where(eq(statementCirculations.statementId, statementId))
    .orderBy(asc(statementCirculations.number));
}

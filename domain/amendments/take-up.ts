import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Localized } from "@/db/enums";
import { amendments } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import type { Paragraph, TextOperation } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { insertRevision } from "@/domain/statements/insert-revision";
import { latestRevision, type lockStatement } from "@/domain/statements/lock";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";

type Statement = Awaited<ReturnType<typeof lockStatement>>;
type Text = { title: string; paragraphs: Paragraph[]; operations: TextOperation[] };

/** The authentic text a decision is made on, which must be the one that was seen. Refuses `stale`. */
export async function seenText(
  tx: Transaction,
  statement: Statement,
  textId: string,
  theirs: (text: { title: string; paragraphs: Paragraph[] }) => Record<string, unknown>,
) {
  const latest = await latestRevision(tx, statement.id, statement.authenticLocale);
  if (!latest) throw new Refusal("not_found");
  if (latest.id !== textId)
    throw new Refusal("stale", {}, { theirs: { ...theirs(latest), textId: latest.id } });
  return latest;
}

/** Every open amendment to a statement, in their order. */
export async function openAmendments(tx: Transaction, statementId: string) {
  return tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.statementId, statementId), eq(amendments.state, "open")))
    .orderBy(amendments.number);
}

/** Writes the next revision of the authentic text, which says whose amendments it takes up. */
export async function writeText(
  tx: Transaction,
  actor: Actor,
  statement: Statement,
  latest: { id: string; number: number },
  text: Text,
  taken: { how: "accepted" | "bracketed" | "consolidated"; amendments: (typeof amendments.$inferSelect)[] },
  at: Date,
) {
  const named = await namesOf(tx, statement.id);
  const { authenticLocale: locale } = statement;
  const t = words(locale, "negotiation");
  const which = taken.amendments
    .map(
      (one) =>
        `${t("amendments.number", { number: one.number })} (${pick(named.get(one.organisationId) ?? {}, locale).text})`,
    )
    .join(", ");
  return insertRevision(tx, {
    ...text,
    statementId: statement.id,
    locale,
    number: latest.number + 1,
    basedOnId: latest.id,
    note: t(`note.${taken.how}`, { which }),
    savedAt: at,
    savedBy: actorId(actor),
    savedByName: actorName(actor),
  });
}

async function namesOf(tx: Transaction, statementId: string): Promise<Map<string, Localized>> {
  const rows = await tx
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(amendments)
    .innerJoin(organisations, eq(organisations.id, amendments.organisationId))
    .where(eq(amendments.statementId, statementId));
  return new Map(rows.map((row) => [row.id, row.name]));
}

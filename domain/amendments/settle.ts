import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { AmendmentState } from "@/db/enums";
import { amendmentSponsors, amendments } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { tell } from "@/domain/negotiations/tell";
import { words } from "@/lib/i18n/words";

type Amendment = typeof amendments.$inferSelect;
type Outcome = { state: Exclude<AmendmentState, "open">; reason: string; at: Date; resultId?: string };

/** Writes what became of some amendments of one statement. */
export async function settle(
  tx: Transaction,
  actor: Actor,
  settled: readonly Amendment[],
  { state, reason, at, resultId }: Outcome,
) {
  await tx
    .update(amendments)
    .set({
      state,
      decisionReason: reason,
      decidedAt: at,
      decidedBy: actorName(actor),
      resultId: resultId ?? null,
      revision: sql`${amendments.revision} + 1`,
    })
    .where(
      inArray(
        amendments.id,
        settled.map((one) => one.id),
      ),
    );
}

/** Those who sponsor some amendments, beside those who proposed them. */
export async function sponsorsOf(tx: Transaction, ids: readonly string[]) {
  return tx
    .select({ amendmentId: amendmentSponsors.amendmentId, organisationId: amendmentSponsors.organisationId })
    .from(amendmentSponsors)
    .where(inArray(amendmentSponsors.amendmentId, [...ids]));
}

/** Tells the focal points of whoever proposed or sponsors an amendment what became of it, each once for each of them. */
export async function tellDecision(
  tx: Transaction,
  statement: { id: string; eventId: string | null },
  title: string,
  settled: readonly Amendment[],
  { state, reason }: Pick<Outcome, "state" | "reason">,
) {
  const sponsors = await sponsorsOf(
    tx,
    settled.map((one) => one.id),
  );
  for (const one of settled) {
    const concerned = sponsors.filter((row) => row.amendmentId === one.id).map((row) => row.organisationId);
    await tell(tx, statement, [one.organisationId, ...concerned], {
      key: `amendment.decide:${one.id}:${one.revision}`,
      template: "amendment-decided",
      subject: (locale) =>
        words(locale, "negotiation.mail")("decided.subject", { number: one.number, title }),
      paragraphs: (locale) => {
        const t = words(locale, "negotiation.mail");
        const outcome = words(locale, "enums")(`amendmentState.${state}`);
        const said = t("decided.text", { number: one.number, title, outcome });
        return reason ? [said, t("decided.reason", { reason })] : [said];
      },
    });
  }
}

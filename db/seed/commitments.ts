import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitmentOwners, commitmentReports, commitments } from "@/db/schema/commitments";
import { statementRevisions, statements } from "@/db/schema/statements";
import { known } from "./past-events";

/** What two members promised each other when they opened the second phase, and what came of it by the next summit. */
const partnership = {
  title: {
    en: "India and Sweden run a partnership for industry transition.",
    sv: "Indien och Sverige driver ett partnerskap för industriomställning.",
  },
  measure: {
    en: "It meets, and brings governments, industry, technology providers and research to one table.",
    sv: "Det möts, och samlar regeringar, industri, teknikleverantörer och forskning vid ett bord.",
  },
  madeOn: "2023-12-01",
  dueOn: "2026-12-31",
};
const firstReport = {
  en: "The partnership met for the first time in New Delhi in April 2024.",
  sv: "Partnerskapet möttes för första gången i New Delhi i april 2024.",
};
/** Entered, and not published yet. */
const review = {
  title: {
    en: "The work of 2024 to 2026 is reviewed at each summit.",
    sv: "Arbetet 2024–2026 gås igenom vid varje toppmöte.",
  },
  madeOn: "2023-12-09",
  dueOn: "2026-12-31",
};

/** Commitments of the two founders: one that is public with its report, and one that is still being entered. */
export async function seedCommitments(
  tx: Transaction,
  events: Record<string, string>,
  organisations: Record<string, string>,
) {
  const at = new Date("2024-11-21T09:00:00Z");
  const insert = async (facts: typeof commitments.$inferInsert) => {
    const [row] = await tx.insert(commitments).values(facts).returning({ id: commitments.id });
    if (!row) throw new Error("no commitment");
    const owners = ["in", "se"].map((key) => known(organisations, key));
    await tx
      .insert(commitmentOwners)
      .values(owners.map((organisationId) => ({ commitmentId: row.id, organisationId })));
    return row.id;
  };
  const made = await paragraphOf(tx, "joint-leaders-statement-2023", 2);
  const commitmentId = await insert({ ...partnership, ...made, createdAt: at, publicFrom: at });
  await tx.insert(commitmentReports).values({
    commitmentId,
    eventId: known(events, "summit-2024"),
    progress: "substantial",
    text: firstReport,
    reportedAt: at,
    reportedBy: "Ravi Deshmukh",
  });
  const said = await paragraphOf(tx, "mission-statement-2024-2026", 6);
  await insert({ ...review, ...said, createdAt: at });
}

/** The paragraph at a place of a statement's authentic text. */
async function paragraphOf(tx: Transaction, slug: string, place: number) {
  const [text] = await tx
    .select({ statementId: statements.id, paragraphs: statementRevisions.paragraphs })
    .from(statements)
    .innerJoin(
      statementRevisions,
      and(
        eq(statementRevisions.statementId, statements.id),
        eq(statementRevisions.locale, statements.authenticLocale),
      ),
    )
    .where(eq(statements.slug, slug));
  const paragraph = text?.paragraphs[place];
  if (!text || !paragraph) throw new Error(`${slug} has no such paragraph`);
  return { statementId: text.statementId, paragraphId: paragraph.id };
}

import type { Transaction } from "@/db/client";
import {
  amendmentSponsors,
  amendments,
  statementCirculations,
  statementComments,
  statementParties,
} from "@/db/schema/negotiations";
import type { Paragraph } from "@/db/schema/statements";
import * as data from "./data/statements";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

type Revision = { id: string; title: string; paragraphs: Paragraph[]; savedAt: Date };

type Negotiation = {
  statementId: string;
  /** The zero draft, REV.1 and REV.2. */
  revisions: readonly [Revision, Revision, Revision];
  organisations: Record<string, string>;
};

const secretary = "Elin Sandell";

/** Who negotiates the draft, what was sent round, and what was proposed and said. */
export async function seedNegotiation(tx: Transaction, negotiation: Negotiation, at: Date) {
  const { statementId, revisions, organisations } = negotiation;
  await tx.insert(statementParties).values(
    data.parties.map((key, index) => ({
      statementId,
      organisationId: known(organisations, key),
      drafting: index < 4,
      invitedAt: before(at, 41),
      invitedBy: secretary,
    })),
  );
  await tx.insert(statementCirculations).values(
    revisions.map((revision, number) => ({
      statementId,
      revisionId: revision.id,
      number,
      circulatedAt: revision.savedAt,
      circulatedBy: secretary,
    })),
  );
  await seedAmendments(tx, negotiation, at);
  const [, , second] = revisions;
  await tx.insert(statementComments).values(
    data.comments.map(({ by, audience, paragraph, hours, text }) => ({
      statementId,
      revisionId: second.id,
      paragraphId: paragraph && (paragraphOf(second, paragraph)?.id ?? null),
      organisationId: by && known(organisations, by),
      author: by ? "The focal point" : secretary,
      audience,
      text,
      saidAt: hoursBefore(at, hours),
    })),
  );
}

async function seedAmendments(
  tx: Transaction,
  { statementId, revisions: [, first, second], organisations }: Negotiation,
  at: Date,
) {
  for (const [index, amendment] of data.amendments.entries()) {
    const { decided } = amendment;
    // What is decided was proposed to REV.1; the rest stands against the latest.
    const revision = decided ? first : second;
    const base = paragraphOf(revision, amendment.paragraph);
    if (!base) throw new Error(`no paragraph ${amendment.paragraph}`);
    const [row] = await tx
      .insert(amendments)
      .values({
        statementId,
        number: index + 1,
        revisionId: revision.id,
        kind: "replace",
        paragraphId: base.id,
        base: [base],
        baseTitle: revision.title,
        proposal: { text: amendment.text },
        reason: amendment.reason,
        organisationId: known(organisations, amendment.by),
        proposedBy: "The focal point",
        proposedAt: hoursBefore(at, amendment.hours),
        ...(decided && {
          state: decided.state,
          decisionReason: decided.reason,
          decidedAt: hoursBefore(at, decided.hours),
          decidedBy: "Ravi Deshmukh",
          resultId: decided.state === "accepted" ? second.id : null,
        }),
      })
      .returning({ id: amendments.id });
    const sponsors = amendment.sponsors ?? [];
    if (!row || sponsors.length === 0) continue;
    await tx.insert(amendmentSponsors).values(
      sponsors.map((key) => ({
        amendmentId: row.id,
        organisationId: known(organisations, key),
        addedAt: hoursBefore(at, amendment.hours - 4),
        addedBy: "The focal point",
      })),
    );
  }
}

const paragraphOf = (revision: Revision, begins: string) =>
  revision.paragraphs.find((paragraph) => paragraph.text.startsWith(begins));

const hoursBefore = (at: Date, hours: number) => new Date(at.getTime() - hours * 3_600_000);

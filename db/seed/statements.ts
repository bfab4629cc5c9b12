import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import {
  adoptions,
  type Paragraph,
  positions,
  statementPublications,
  statementRevisions,
  statements,
} from "@/db/schema/statements";
import { hashOfText } from "@/domain/statements/hash";
import { draft, pastStatements } from "./data/statements";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

type Words = { en: string; sv: string };
type SeedParagraph = (typeof draft.paragraphs)[number] & { id: string };

const author = { savedByName: "Elin Sandell" };

/** The adopted statements in both languages, published, with who endorses them. `membersOn` answers who was a member on a day. */
export async function seedPastStatements(
  tx: Transaction,
  events: Record<string, string>,
  organisations: Record<string, string>,
  membersOn: (day: string) => string[],
) {
  for (const facts of pastStatements) {
    const adoptedAt = new Date(`${facts.adopted}T12:00:00Z`);
    const statementId = await insertStatement(
      tx,
      facts.key,
      facts.kind,
      known(events, facts.event),
      before(adoptedAt, 60),
    );
    const paragraphs = facts.paragraphs.map((paragraph) => ({
      ...paragraph,
      id: randomUUID(),
    }));
    const authentic = await saveRevision(tx, {
      statementId,
      locale: "en",
      number: 1,
      title: facts.title,
      paragraphs,
      savedAt: before(adoptedAt, 20),
    });
    const translation = await saveRevision(tx, {
      statementId,
      locale: "sv",
      number: 1,
      title: facts.title,
      paragraphs,
      savedAt: before(adoptedAt, 10),
      translationOfId: authentic.id,
    });
    await tx.insert(adoptions).values({
      statementId,
      revisionId: authentic.id,
      hash: authentic.hash,
      method: facts.method,
      adoptedAt,
      dayOnly: true,
      zone: facts.zone,
    });
    await tx.insert(statementPublications).values(
      [authentic, translation].map((text) => ({
        statementId,
        locale: text.locale,
        revisionId: text.id,
        publicFrom: adoptedAt,
        publishedAt: adoptedAt,
      })),
    );
    const endorsers =
      facts.endorsedBy === "members"
        ? membersOn(facts.adopted)
        : facts.endorsedBy.map((key) => known(organisations, key));
    await tx.insert(positions).values(
      endorsers.map((organisationId) => ({
        statementId,
        organisationId,
        givenOn: facts.adopted,
        verifiedAt: adoptedAt,
        verifiedBy: author.savedByName,
        recordedByName: author.savedByName,
      })),
    );
  }
}

/** The statement in negotiation: a zero draft and two revisions in English, and a Swedish translation that lags behind. */
export async function seedDraftStatement(tx: Transaction, eventId: string, at: Date) {
  const statementId = await insertStatement(
    tx,
    `summit-statement-draft-${at.getUTCFullYear()}`,
    "summit_statement",
    eventId,
    before(at, 40),
  );
  const zero = draft.paragraphs.map((paragraph) => ({
    ...paragraph,
    id: randomUUID(),
  }));
  const first = [...zero.slice(0, 7), { ...draft.added, id: randomUUID() }, ...zero.slice(7)];
  const second = first.map((paragraph) =>
    paragraph.text.en.startsWith("We will buy")
      ? { ...paragraph, text: { ...paragraph.text, en: draft.strengthened } }
      : paragraph,
  );
  const text = { statementId, title: draft.title };
  const r1 = await saveRevision(tx, {
    ...text,
    locale: "en",
    number: 1,
    paragraphs: zero,
    savedAt: before(at, 40),
    note: "Zero draft",
  });
  const r2 = await saveRevision(tx, {
    ...text,
    locale: "en",
    number: 2,
    basedOnId: r1.id,
    paragraphs: first,
    savedAt: before(at, 18),
    note: "REV.1: grids, after the written comments",
  });
  await saveRevision(tx, {
    ...text,
    locale: "sv",
    number: 1,
    paragraphs: first,
    savedAt: before(at, 12),
    translationOfId: r2.id,
  });
  await saveRevision(tx, {
    ...text,
    locale: "en",
    number: 3,
    basedOnId: r2.id,
    paragraphs: second,
    savedAt: before(at, 3),
    note: "REV.2: at least a third",
  });
}

async function insertStatement(
  tx: Transaction,
  slug: string,
  kind: (typeof pastStatements)[number]["kind"],
  eventId: string,
  createdAt: Date,
) {
  const [row] = await tx
    .insert(statements)
    .values({ slug, kind, eventId, createdAt })
    .returning({ id: statements.id });
  if (!row) throw new Error("no statement");
  return row.id;
}

type NewRevision = {
  statementId: string;
  locale: Locale;
  number: number;
  title: Words;
  paragraphs: SeedParagraph[];
  savedAt: Date;
  note?: string;
  basedOnId?: string;
  translationOfId?: string;
};

async function saveRevision(tx: Transaction, { title, paragraphs, ...revision }: NewRevision) {
  const said: Paragraph[] = paragraphs.map(({ id, kind, text }) => ({
    id,
    kind,
    text: text[revision.locale],
  }));
  const words = { title: title[revision.locale], paragraphs: said };
  const [row] = await tx
    .insert(statementRevisions)
    .values({ ...revision, ...author, ...words, hash: hashOfText(words) })
    .returning({
      id: statementRevisions.id,
      hash: statementRevisions.hash,
      locale: statementRevisions.locale,
    });
  if (!row) throw new Error("no revision");
  return row;
}

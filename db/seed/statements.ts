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
import { seedNegotiation } from "./negotiation";
import { known } from "./past-events";
import { seedSilence } from "./silence";
import { before } from "./upcoming-summit";

type Words = { en: string; sv: string };
type SeedParagraph = (typeof draft.paragraphs)[number] & Pick<Paragraph, "id" | "holders">;

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
    const entitled = facts.silence
      ? await seedSilence(tx, {
          statementId,
          revisionId: authentic.id,
          hash: authentic.hash,
          opensAt: new Date(adoptedAt.getTime() - facts.silence.hours * 3_600_000),
          deadline: adoptedAt,
          zone: facts.zone,
          entitled: membersOn(facts.adopted),
        })
      : [];
    await tx.insert(adoptions).values({
      statementId,
      revisionId: authentic.id,
      hash: authentic.hash,
      method: facts.method,
      adoptedAt,
      dayOnly: !facts.silence,
      zone: facts.zone,
      attendance: entitled,
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
    const late = facts.silence?.later.map(({ by, on }) => ({ id: known(organisations, by), on })) ?? [];
    const days = new Map(endorsers.map((id) => [id, facts.adopted]));
    for (const { id, on } of late) days.set(id, on);
    const reservation = facts.silence?.reservation;
    const reserving = reservation && known(organisations, reservation.by);
    await tx.insert(positions).values(
      [...days].map(([organisationId, givenOn]) => ({
        statementId,
        organisationId,
        givenOn,
        verifiedAt: new Date(`${givenOn}T13:00:00Z`),
        verifiedBy: author.savedByName,
        recordedByName: author.savedByName,
        ...(reservation && organisationId === reserving
          ? {
              kind: "endorses_with_reservation" as const,
              text: reservation.text,
              paragraphIds: [paragraphs[reservation.paragraph]?.id ?? ""],
            }
          : {}),
      })),
    );
  }
}

/** The statement in negotiation: a zero draft and two revisions in English, and a Swedish translation that lags behind. */
export async function seedDraftStatement(
  tx: Transaction,
  eventId: string,
  organisations: Record<string, string>,
  at: Date,
) {
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
  const { bracketed } = draft;
  const second = first.map((paragraph): SeedParagraph => {
    if (paragraph.text.en.startsWith("We will buy"))
      return { ...paragraph, text: { ...paragraph.text, en: draft.strengthened } };
    if (!paragraph.text.en.startsWith(bracketed.paragraph)) return paragraph;
    const holders = bracketed.holders.map((by, option) => ({
      bracket: bracketed.bracket,
      option,
      by: by.map((key) => known(organisations, key)),
    }));
    return { ...paragraph, text: { ...paragraph.text, en: bracketed.text }, holders };
  });
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
  const r3 = await saveRevision(tx, {
    ...text,
    locale: "en",
    number: 3,
    basedOnId: r2.id,
    paragraphs: second,
    savedAt: before(at, 3),
    note: "REV.2: at least a third",
  });
  await seedNegotiation(tx, { statementId, revisions: [r1, r2, r3], organisations }, at);
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
  const said: Paragraph[] = paragraphs.map(({ id, kind, text, holders }) => ({
    id,
    kind,
    text: text[revision.locale],
    ...(holders && { holders }),
  }));
  const words = { title: title[revision.locale], paragraphs: said };
  const [row] = await tx
    .insert(statementRevisions)
    .values({ ...revision, ...author, ...words, hash: hashOfText(words) })
    .returning({
      id: statementRevisions.id,
      hash: statementRevisions.hash,
      locale: statementRevisions.locale,
      title: statementRevisions.title,
      paragraphs: statementRevisions.paragraphs,
      savedAt: statementRevisions.savedAt,
    });
  if (!row) throw new Error("no revision");
  return row;
}

import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { currentAgenda } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { isCurrentAt } from "@/domain/agenda/current";
import { isPublicAt } from "@/domain/publication/where";

/** Of the editions of a text up to the present one, leaving out what was taken back as a mistake. */
function told(what: SQL) {
  return sql<Date>`(select ${what} from statement_publications p
    where p.statement_id = ${statementPublications.statementId} and p.locale = ${statementPublications.locale}
      and p.public_from <= ${statementPublications.publicFrom}
      and (p.withdrawn_at is null or p.withdrawn_at > p.public_from)
      and (p.withdrawal_kind is null or p.withdrawal_kind not in ('error', 'too_early')))`.mapWith(
    statementPublications.publicFrom,
  );
}

const isPublicText = (at: Date) => isPublicAt(statementPublications, at);

/** One public text of a statement: a language, with the statement's facts. */
const text = {
  id: statements.id,
  slug: statements.slug,
  kind: statements.kind,
  authenticLocale: statements.authenticLocale,
  locale: statementPublications.locale,
  title: statementRevisions.title,
  publicFrom: statementPublications.publicFrom,
  /** When the text was first public in its language, and when last with a change that people are told of. */
  firstPublicAt: told(sql`min(p.public_from)`),
  updatedAt: told(sql`coalesce(max(p.public_from) filter (where p.major), min(p.public_from))`),
  adoptedAt: adoptions.adoptedAt,
  zone: adoptions.zone,
  dayOnly: adoptions.dayOnly,
  eventId: statements.eventId,
  eventSlug: events.slug,
  eventTitle: events.title,
  eventAnnouncedAt: events.announcedAt,
};

function publicTexts(at: Date) {
  return db()
    .select(text)
    .from(statementPublications)
    .innerJoin(statements, eq(statements.id, statementPublications.statementId))
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
    .leftJoin(adoptions, eq(adoptions.statementId, statements.id))
    .leftJoin(events, eq(events.id, statements.eventId))
    .where(isPublicText(at))
    .orderBy(desc(sql`coalesce(${adoptions.adoptedAt}, ${statementPublications.publicFrom})`), statements.id)
    .$dynamic();
}

type Text = Awaited<ReturnType<typeof publicTexts>>[number];

/** Every public statement at a moment, latest first, each with the texts that are public. */
export async function publicStatements(at: Date) {
  return grouped(await publicTexts(at), at);
}

/** Texts of the same statement together; an event that is not public itself is not named. */
function grouped(rows: Text[], at: Date) {
  const ids = [...new Set(rows.map((row) => row.id))];
  return ids.flatMap((id) => {
    const texts = rows.filter((row) => row.id === id);
    const [first] = texts;
    if (!first) return [];
    const {
      locale: _,
      title: __,
      publicFrom: ___,
      firstPublicAt: ____,
      updatedAt: _____,
      eventAnnouncedAt,
      eventSlug,
      eventTitle,
      ...facts
    } = first;
    const eventIsPublic = eventAnnouncedAt !== null && eventAnnouncedAt <= at;
    return [
      {
        ...facts,
        event: eventIsPublic && eventSlug && eventTitle ? { slug: eventSlug, title: eventTitle } : null,
        title: Object.fromEntries(texts.map((one) => [one.locale, one.title])) as Partial<
          Record<Locale, string>
        >,
        published: texts.map((one) => one.locale),
        publicFrom: texts.map((one) => one.firstPublicAt).reduce((a, b) => (a < b ? a : b)),
        updatedAt: texts.map((one) => one.updatedAt).reduce((a, b) => (a > b ? a : b)),
      },
    ];
  });
}

/** The public statements of an event, latest first. */
export async function publicStatementsOfEvent(eventId: string, at: Date) {
  return grouped(await publicTexts(at).where(and(isPublicText(at), eq(statements.eventId, eventId))), at);
}

/** Those of some statements that are public. */
export async function publicStatementsAmong(ids: readonly string[], at: Date) {
  if (ids.length === 0) return [];
  return grouped(await publicTexts(at).where(and(isPublicText(at), inArray(statements.id, [...ids]))), at);
}

/** The session of the adoption, where the released agenda shows it to everybody. */
function isPublicSession(at: Date) {
  const announced = db()
    .select({ id: events.id })
    .from(events)
    .where(isPublicAt({ publicFrom: events.announcedAt }, at));
  return and(
    eq(currentAgenda.id, adoptions.agendaItemId),
    eq(currentAgenda.audience, "public"),
    inArray(currentAgenda.eventId, announced),
    isCurrentAt(at),
  );
}

/** One text of a statement in full. */
const whole = {
  ...text,
  revisionId: statementRevisions.id,
  revisionNumber: statementRevisions.number,
  paragraphs: statementRevisions.paragraphs,
  translationOfId: statementRevisions.translationOfId,
  hash: statementRevisions.hash,
  alsoAuthentic: statements.alsoAuthentic,
  method: adoptions.method,
  adoptedHash: adoptions.hash,
  adoptedRevisionId: adoptions.revisionId,
  chairId: adoptions.chairId,
  chairName: adoptions.chairName,
  session: currentAgenda.title,
  withdrawnAt: statementPublications.withdrawnAt,
  withdrawalReason: statementPublications.withdrawalReason,
};

/** Texts with everything a page prints of them, oldest first. */
export function wholeTexts(where: SQL | undefined, at: Date) {
  return db()
    .select(whole)
    .from(statementPublications)
    .innerJoin(statements, eq(statements.id, statementPublications.statementId))
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
    .leftJoin(adoptions, eq(adoptions.statementId, statements.id))
    .leftJoin(currentAgenda, isPublicSession(at))
    .leftJoin(events, eq(events.id, statements.eventId))
    .where(where)
    .orderBy(statementPublications.publicFrom);
}

/**
 * A public statement for a reader of a language: the text in it where that is public, otherwise the authentic or the
 * other one. Nothing before its instant, and nothing after it was taken back.
 */
export async function publicStatement(slug: string, locale: Locale, at: Date) {
  return chosen(await wholeTexts(and(eq(statements.slug, slug), isPublicText(at)), at), locale, at);
}

type Whole = Awaited<ReturnType<typeof wholeTexts>>[number];

/** Of the texts of one statement that for a reader of a language, its event named only where it is public. */
export function chosen(texts: Whole[], locale: Locale, at: Date) {
  const one =
    texts.find((text) => text.locale === locale) ??
    texts.find((text) => text.locale === text.authenticLocale) ??
    texts[0];
  if (!one) return undefined;
  const { eventSlug, eventTitle, eventAnnouncedAt, ...statement } = one;
  const eventIsPublic = eventAnnouncedAt !== null && eventAnnouncedAt <= at;
  return {
    ...statement,
    event: eventIsPublic && eventSlug && eventTitle ? { slug: eventSlug, title: eventTitle } : null,
    published: texts.map((text) => text.locale),
  };
}

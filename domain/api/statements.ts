import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { statements } from "@/db/schema/statements";
import { endorsementsOn } from "@/domain/positions/queries";
import { countOn } from "@/domain/positions/rules";
import { plainWords } from "@/domain/statements/inline/rules";
import { publicStatements } from "@/domain/statements/queries";
import { type ReadableStatement, readableStatement } from "@/domain/statements/readable";
import { numbered } from "@/domain/statements/rules";
import { dayIn } from "@/lib/time";
import { apiAddress, pageOf, pagesOf } from "./addresses";
import type { statementAsked, statementsAsked } from "./parameters";
import type { Statement, StatementSummary } from "./schemas/statements";

/** A page of the public statements, latest first. */
export async function statementsForApi(asked: z.output<typeof statementsAsked>, at: Date) {
  const { kind, lang, year, since } = asked;
  const wanted = (await publicStatements(at)).filter(
    (one) =>
      (!kind || one.kind === kind) &&
      (!lang || one.published.includes(lang)) &&
      (!year || dayIn(one.adoptedAt ?? one.publicFrom, one.zone ?? "UTC").startsWith(`${year}-`)) &&
      (!since || one.updatedAt >= since),
  );
  const { rows, total } = pageOf(wanted, asked);
  return {
    total,
    data: rows.map(
      (one): StatementSummary => ({
        ...factsOf(one),
        title: one.title,
        languages: one.published.toSorted(),
        url: pagesOf(`/statements/${one.slug}`, one.published),
        publishedAt: one.publicFrom.toISOString(),
        updatedAt: one.updatedAt.toISOString(),
      }),
    ),
  };
}

/** A statement by its id with every text that may be read of it, and who endorses it on a day. */
export async function statementForApi(
  id: string,
  { asOf: asked }: z.output<typeof statementAsked>,
  at: Date,
): Promise<Statement | undefined> {
  const [row] = await db().select({ slug: statements.slug }).from(statements).where(eq(statements.id, id));
  if (!row) return;
  const read = await Promise.all(locales.map((locale) => readableStatement(row.slug, locale, at)));
  // Whoever asks for a language that is not public gets another one.
  const texts = read.filter((one, index) => one !== undefined && one.locale === locales[index]);
  const one = texts.find((text) => text?.locale === text?.authenticLocale) ?? texts[0];
  if (!one) return;
  const all = texts.filter((text) => text !== undefined);
  const asOf = asked ?? dayIn(at, one.zone ?? "UTC");
  const languages = all.map((text) => text.locale);
  return {
    ...factsOf(one),
    title: byLanguage(all, (text) => text.title),
    languages,
    url: pagesOf(`/statements/${one.slug}`, languages),
    publishedAt: first(all.map((text) => text.firstPublicAt)).toISOString(),
    updatedAt: last(all.map((text) => text.updatedAt)).toISOString(),
    alsoAuthentic: one.alsoAuthentic,
    texts: byLanguage(all, textOf),
    adoption: one.adoptedAt && {
      method: one.method,
      at: adoptedAt(one) ?? one.adoptedAt.toISOString(),
      zone: one.zone,
      chair: one.chairName || null,
      hash: one.adoptedHash,
    },
    withdrawn: one.withdrawnAt && { at: one.withdrawnAt.toISOString(), reason: one.withdrawalReason },
    endorsements: await endorsed(one, asOf),
  };
}

type Facts = Pick<
  ReadableStatement,
  "id" | "slug" | "kind" | "authenticLocale" | "adoptedAt" | "dayOnly" | "zone" | "event"
>;

const factsOf = (one: Facts) => ({
  id: one.id,
  slug: one.slug,
  self: apiAddress(`/statements/${one.id}`),
  kind: one.kind,
  authenticLanguage: one.authenticLocale,
  adoptedAt: adoptedAt(one),
  event: one.event,
});

const adoptedAt = ({ adoptedAt, dayOnly, zone }: Pick<Facts, "adoptedAt" | "dayOnly" | "zone">) =>
  adoptedAt && (dayOnly ? dayIn(adoptedAt, zone ?? "UTC") : adoptedAt.toISOString());

const textOf = ({ title, paragraphs, hash }: ReadableStatement) => ({
  title,
  paragraphs: numbered(paragraphs).map(({ id, kind, number, reference, level, text }) => ({
    id,
    kind,
    number,
    reference,
    level: level ?? 0,
    text: plainWords(text),
  })),
  hash,
});

function byLanguage<Value>(texts: readonly ReadableStatement[], of: (text: ReadableStatement) => Value) {
  return Object.fromEntries(texts.map((text) => [text.locale, of(text)])) as Partial<Record<Locale, Value>>;
}

const first = (instants: readonly Date[]) => instants.reduce((a, b) => (a < b ? a : b));
const last = (instants: readonly Date[]) => instants.reduce((a, b) => (a > b ? a : b));

async function endorsed(one: ReadableStatement, asOf: string): Promise<Statement["endorsements"]> {
  const list = one.adoptedAt ? await endorsementsOn(one.id, asOf) : [];
  const { against: _, ...counts } = countOn(
    list.map((position) => ({ ...position, verifiedAt: one.publicFrom })),
    asOf,
  );
  return {
    asOf,
    counts,
    list: list.map((position) => ({
      organisation: {
        id: position.organisationId,
        kind: position.organisationKind,
        name: position.name,
        country: position.country,
      },
      kind: position.kind,
      givenOn: position.givenOn,
      paragraphs: position.paragraphIds,
      text: position.text || null,
    })),
  };
}

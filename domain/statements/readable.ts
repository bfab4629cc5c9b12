import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { statementSlugs } from "@/db/schema/statement-publishing";
import { statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { afterwards, editionsOf } from "@/domain/publication/editions/rules";
import { chosen, publicStatement, wholeTexts } from "./queries";

/**
 * What may be read at the address of a statement: the public text, or, where all of it was withdrawn, the text as it
 * was, with `withdrawnAt` and the reason. It is on no list, and found by who has its address.
 */
export async function readableStatement(slug: string, locale: Locale, at: Date) {
  const found = await publicStatement(slug, locale, at);
  if (found) return { ...found, withdrawnAt: null };
  const publications = await publicationsAt(slug);
  if (afterwards(publications, at).kind !== "withdrawn") return undefined;
  const last = locales.flatMap(
    (one) =>
      publications.findLast(
        ({ locale: lang, withdrawalKind, publicFrom, withdrawnAt }) =>
          lang === one && withdrawalKind === "withdrawn" && withdrawnAt && publicFrom < withdrawnAt,
      )?.id ?? [],
  );
  if (last.length === 0) return undefined;
  return chosen(await wholeTexts(inArray(statementPublications.id, last), at), locale, at);
}

/** Every publication a statement has had, oldest first. */
async function publicationsAt(slug: string) {
  const rows = await db()
    .select({ publication: statementPublications })
    .from(statementPublications)
    .innerJoin(statements, eq(statements.id, statementPublications.statementId))
    .where(eq(statements.slug, slug))
    .orderBy(statementPublications.publishedAt);
  return rows.map((row) => row.publication);
}

export type ReadableStatement = NonNullable<Awaited<ReturnType<typeof readableStatement>>>;

/** Where an address leads that has no text of its own: to another one, to nothing any more, or nowhere at all. */
export async function addressAfterwards(
  slug: string,
  at: Date,
): Promise<{ slug: string } | "gone" | undefined> {
  const [moved] = await db()
    .select({ slug: statements.slug, id: statements.id })
    .from(statementSlugs)
    .innerJoin(statements, eq(statements.id, statementSlugs.statementId))
    .where(eq(statementSlugs.slug, slug));
  const here = moved?.slug ?? slug;
  if (moved && (await readableStatement(here, "en", at))) return { slug: here };
  const after = afterwards(await publicationsAt(here), at);
  if (after.kind !== "leads") return after.kind === "gone" ? "gone" : undefined;
  const [target] = await db()
    .select({ slug: statements.slug })
    .from(statements)
    .where(eq(statements.id, after.toId));
  if (!target) return "gone";
  if (await readableStatement(target.slug, "en", at)) return { slug: target.slug };
  // What it led to has gone on itself; a circle is refused when it would close.
  const further = await addressAfterwards(target.slug, at);
  return further ?? "gone";
}

/** The editions of one language of a statement that may be read, oldest first; the last one is the present one. */
export async function publicEditions(statementId: string, locale: Locale, at: Date) {
  const rows = await db()
    .select({
      publication: statementPublications,
      title: statementRevisions.title,
      paragraphs: statementRevisions.paragraphs,
    })
    .from(statementPublications)
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
    .where(and(eq(statementPublications.statementId, statementId), eq(statementPublications.locale, locale)));
  return editionsOf(
    rows.map(({ publication, ...text }) => ({ ...publication, ...text })),
    at,
  );
}

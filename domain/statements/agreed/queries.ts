import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { adoptions, type Paragraph, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { plainWords } from "../inline/rules";
import type { AgreedInput } from "../input";
import { numbered } from "../rules";

export type AgreedParagraph = {
  statementId: string;
  paragraphId: string;
  title: string;
  reference: string | null;
  text: string;
};

/** Most that is shown of a search. */
const most = 30;

/** Paragraphs of adopted statements, published or not, in which every word is found. */
export async function searchAgreed(actor: Actor, { q, locale }: AgreedInput): Promise<AgreedParagraph[]> {
  ensure(actor, "statement.list");
  const words = q.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const holds = words.map((word) => sql`p ->> 'text' ilike ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  const texts = await adoptedTexts(
    locale,
    sql`exists (select 1 from jsonb_array_elements(${statementRevisions.paragraphs}) p where ${and(...holds)})`,
  );
  return texts
    .flatMap(citable)
    .filter(({ text }) => {
      const said = plainWords(text).toLocaleLowerCase(locale);
      return words.every((word) => said.includes(word));
    })
    .slice(0, most);
}

/** The adopted paragraphs that some paragraphs cite, in a language. */
export async function citedBy(
  actor: Actor,
  paragraphs: readonly Pick<Paragraph, "cites">[],
  locale: Locale,
): Promise<AgreedParagraph[]> {
  ensure(actor, "statement.list");
  const cites = paragraphs.flatMap((paragraph) => paragraph.cites ?? []);
  if (cites.length === 0) return [];
  const ids = [...new Set(cites.map(({ statementId }) => statementId))];
  const texts = await adoptedTexts(locale, inArray(statements.id, ids));
  const wanted = new Set(cites.map(({ statementId, paragraphId }) => `${statementId} ${paragraphId}`));
  return texts.flatMap(citable).filter((one) => wanted.has(`${one.statementId} ${one.paragraphId}`));
}

type Text = { statementId: string; title: string; paragraphs: Paragraph[] };

/** The adopted texts in a language, the latest adopted first: as adopted, or as last translated. */
async function adoptedTexts(locale: Locale, where: ReturnType<typeof sql>): Promise<Text[]> {
  const latest = sql`${statementRevisions.number} = (select max(r.number) from statement_revisions r
    where r.statement_id = ${statements.id} and r.locale = ${locale})`;
  return db()
    .select({
      statementId: statements.id,
      title: statementRevisions.title,
      paragraphs: statementRevisions.paragraphs,
    })
    .from(adoptions)
    .innerJoin(statements, eq(statements.id, adoptions.statementId))
    .innerJoin(
      statementRevisions,
      and(
        eq(statementRevisions.statementId, statements.id),
        eq(statementRevisions.locale, locale),
        or(eq(statementRevisions.id, adoptions.revisionId), latest),
      ),
    )
    .where(where)
    .orderBy(desc(adoptions.adoptedAt), statements.id);
}

/** What of a text can be cited: its paragraphs, not its headings. */
function citable({ statementId, title, paragraphs }: Text): AgreedParagraph[] {
  return numbered(paragraphs)
    .filter(({ kind }) => kind === "operative" || kind === "preambular")
    .map(({ id, reference, text }) => ({ statementId, paragraphId: id, title, reference, text }));
}

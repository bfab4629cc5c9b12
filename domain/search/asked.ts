import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { type Inside, insideOf, withBeginnings } from "./rules";

/** A search in one language: its words by its grammar, the same as beginnings, and as parts of words where it can be. */
export type Asked = { locale: Locale; words: string; beginnings: string; inside: Inside | undefined };

/**
 * What was typed (words, "phrases", or, -without) as it is looked for in the texts of each language, by its grammar and
 * without accents. A language in which it is of no meaning is left out.
 */
export async function askedIn(q: string): Promise<Asked[]> {
  const parts = locales.map(
    (locale) =>
      sql`select ${locale} as locale, websearch_to_tsquery(search_grammar(${locale}), ${q})::text as words`,
  );
  const rows = await db().execute<{ locale: Locale; words: string }>(sql.join(parts, sql` union all `));
  return [...rows]
    .filter(({ words }) => words.replace(/!\s*'(?:[^']|'')+'/g, "").includes("'"))
    .map(({ locale, words }) => ({
      locale,
      words,
      beginnings: withBeginnings(words),
      inside: insideOf(words),
    }));
}

/** One value per language, chosen by the row's own. */
export function byLocale(asked: readonly Asked[], pick: (one: Asked) => string): SQL {
  const cases = asked.map((one) => sql`when ${one.locale} then ${pick(one)}::tsquery`);
  return sql`(case locale ${sql.join(cases, sql` `)} end)`;
}

/**
 * The rows of `search_texts` that answer; with `inside` also those where the words stand inside of longer ones, of which
 * some are then there twice: to look whether they are would take longer.
 */
export function hits(asked: readonly Asked[], inside: boolean): SQL {
  const parts = asked.map(
    ({ locale, beginnings }) => sql`
      select kind collate "C" as kind, ref_id, part_id, locale collate "C" as locale, happens_at,
        ts_rank(title_words, ${beginnings}::tsquery) as title_rank
      from search_hits(${locale}, ${beginnings}::tsquery)`,
  );
  const within = asked.flatMap((one) => (inside && one.inside ? [holds(one.locale, one.inside)] : []));
  if (within.length > 0) {
    // All languages at once: each text is unpacked to look into it, and mostly the parts are the same in each.
    parts.push(sql`
      select kind, ref_id, part_id, locale, happens_at,
        ts_rank(title_words, ${byLocale(asked, (one) => one.beginnings)}) as title_rank
      from search_texts where ${sql.join(within, sql` or `)}`);
  }
  return sql.join(parts, sql` union all `);
}

/** Whether a text is of a language and holds all parts inside of its words, and none of what is left out. */
function holds(locale: Locale, { parts, without }: Inside): SQL {
  const likes = parts.map((part) => sql`lexemes like ${`%${part.replace(/[\\%_]/g, "\\$&")}%`}`);
  const left = without === "" ? sql`` : sql` and not words @@ ${without}::tsquery`;
  return sql`(locale = ${locale} and ${sql.join(likes, sql` and `)}${left})`;
}

/** What is marked in a row that is shown: the beginnings that were found, and the words that hold a part within. */
export function marked(asked: readonly Asked[], inside: boolean): SQL {
  const found = byLocale(asked, (one) => one.beginnings);
  const parts = inside ? asked.flatMap((one) => (one.inside ? [one] : [])) : [];
  if (parts.length === 0) return found;
  const cases = parts.map(
    ({ locale, inside: within }) =>
      sql`when ${locale} then (select coalesce(string_agg(quote_literal(lexeme), ' | '), '')::tsquery
        from unnest(tsvector_to_array(words)) as lexeme
        where ${sql.join(
          (within?.parts ?? []).map((part) => sql`strpos(lexeme, ${part}) > 0`),
          sql` or `,
        )})`,
  );
  return sql`(${found} || (case locale ${sql.join(cases, sql` `)} end))`;
}

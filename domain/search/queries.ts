import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { publicDocuments } from "./documents";
import { type FoundKind, marks, type Part, partsOf } from "./rules";

/** Answers on a page. */
export const pageSize = 20;

/** Something public that answers a search, in the language it was found in. */
export type Found = {
  kind: FoundKind;
  id: string;
  slug: string;
  locale: Locale;
  title: Part[];
  snippet: Part[];
  at: Date;
};

type Row = {
  kind: FoundKind;
  id: string;
  slug: string;
  locale: Locale;
  title: string;
  snippet: string;
  at: string;
  total: number;
};

type Search = { q: string; kind?: FoundKind; page: number };

const dictionary = sql`case locale when 'sv' then 'swedish'::regconfig else 'english'::regconfig end`;
/** The same question of beginnings: `industri` also finds `industriomställning`. What is excluded is so whole only. */
const beginnings = sql`regexp_replace(query::text, ${"(?<!!)('(?:[^']|'')+')"}, ${"\\1:*"}, 'g')::tsquery`;
const sel = `StartSel="${marks.start}", StopSel="${marks.stop}"`;
const whole = `HighlightAll=true, ${sel}`;
const snippet = `MaxFragments=2, MinWords=8, MaxWords=28, FragmentDelimiter=" … ", ${sel}`;

/**
 * Everything public at a moment that answers what was typed (words, "phrases", or, -without), best first, with what was
 * found marked. Each text is searched by the grammar of its own language, and by the beginnings of its words; a thing
 * found in both languages is shown in the reader's. One statement, whatever is found.
 */
export async function search(locale: Locale, day: string, at: Date, { q, kind, page }: Search) {
  if (q === "") return { rows: [], total: 0 };
  const answer = await db().execute<Row>(sql`
    with documents as (${publicDocuments(locale, day, at)}),
    asked as (select *, ${dictionary} as dictionary, websearch_to_tsquery(${dictionary}, ${q}) as query from documents),
    weighed as (
      select *, ${beginnings} as prefixed, setweight(to_tsvector(dictionary, title), 'A') || setweight(to_tsvector(dictionary, coalesce(body, '')), 'C') as words
      from asked where numnode(query) > 0 ${kind ? sql`and kind = ${kind}` : sql``}),
    found as (
      select distinct on (kind, id) *, ts_rank_cd(words, query) + ts_rank_cd(words, prefixed) / 4 as rank
      from weighed where words @@ prefixed order by kind, id, (locale = ${locale}) desc, locale),
    shown as (
      select *, (count(*) over ())::int as total from found order by rank desc, at desc, id
      limit ${pageSize} offset ${(page - 1) * pageSize})
    select kind, id, slug, locale, at, total, ts_headline(dictionary, title, prefixed, ${whole}) as title,
      ts_headline(dictionary, coalesce(body, ''), prefixed, ${snippet}) as snippet
    from shown order by rank desc, at desc, id`);
  const rows = [...answer].map(
    ({ title, snippet, at, total: _, ...row }): Found => ({
      ...row,
      title: partsOf(title),
      snippet: partsOf(snippet),
      at: new Date(at),
    }),
  );
  return { rows, total: answer[0]?.total ?? 0 };
}

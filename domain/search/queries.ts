import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { memberships } from "@/db/schema/organisations";
import { isPublicMember } from "@/domain/members/known";
import { isPublicAt } from "@/domain/publication/where";
import { addressOf } from "./address";
import { type Asked, askedIn, byLocale, hits, marked } from "./asked";
import { belongsToAny, belongsToOver, firstsOf, periodsOver, placed } from "./belonging";
import { visible } from "./documents";
import { type FacetValue, type Found, type FoundKind, marks, partsOf } from "./rules";

/** Answers on a page. */
export const pageSize = 20;

/** With fewer answers than this, words are also looked for inside of longer ones. */
const few = 20;

/** With more answers than this they are ordered by their titles and age: how often a word stands in each says no more. */
const many = 1_000;

/** The values of a facet that are offered, those of most answers first. */
const mostValues = 15;

export type Facets = Record<"kind" | "year" | "tag" | "member", FacetValue[]>;

/** What is looked for: the words, and what the answers are narrowed to. */
export type Search = {
  q: string;
  page: number;
  kind?: FoundKind | undefined;
  year?: number | undefined;
  tag?: string | undefined;
  /** The slug of an organisation. */
  member?: string | undefined;
};

type Row = Omit<Found, "title" | "snippet" | "at"> & { title: string; snippet: string; at: string };
type Answer = { all: number; total: number; rows: Row[]; facets: Partial<Facets> };

/**
 * Everything public at a moment that answers what was typed, best first, with what was found marked, how many answers
 * there are of each kind, year, tag and member, and what belongs to a period that is over behind what does not. Each text
 * is searched by the grammar of its own language, without accents, and by the beginnings of its words; where that finds
 * little, also inside of them. A thing found in both languages is shown in the reader's.
 */
export async function search(locale: Locale, day: string, at: Date, { q, page, ...narrowed }: Search) {
  const none = {
    rows: [] as Found[],
    total: 0,
    facets: { kind: [], year: [], tag: [], member: [] } as Facets,
  };
  const asked = q === "" ? [] : await askedIn(q);
  if (asked.length === 0) return none;
  const answer = (inside: boolean) => ask(asked, { locale, day, at, inside, page, narrowed });
  const found = await answer(false);
  const wider = found.all < few && asked.some((one) => one.inside !== undefined);
  const { rows, total, facets } = wider ? await answer(true) : found;
  return {
    total,
    facets: { ...none.facets, ...facets },
    rows: rows.map(
      (row): Found => ({
        ...row,
        title: partsOf(row.title),
        snippet: partsOf(row.snippet),
        at: new Date(row.at),
      }),
    ),
  };
}

type Asking = {
  locale: Locale;
  day: string;
  at: Date;
  inside: boolean;
  page: number;
  narrowed: Omit<Search, "q" | "page">;
};

const sel = `StartSel="${marks.start}", StopSel="${marks.stop}"`;
const whole = `HighlightAll=true, ${sel}`;
const snippet = `MaxFragments=2, MinWords=8, MaxWords=28, FragmentDelimiter=" … ", ${sel}`;

/** One statement: the rows that answer, those of them that are public, what they are narrowed to, and a page of that. */
async function ask(asked: readonly Asked[], asking: Asking): Promise<Answer> {
  const { locale, day, at, inside, page } = asking;
  const words = byLocale(asked, (one) => one.words);
  const beginnings = byLocale(asked, (one) => one.beginnings);
  // By id before kind: ids hardly ever tie, so that few kinds are compared. What is counted is counted by groups of
  // answers that are alike. The words of a text are unpacked once for both its ranks.
  const [answer] = await db().execute<Answer>(sql`
    with hits as materialized (${hits(asked, inside)}),
    found as (
      select distinct on (id, kind) * from (${visible(day, at)}) as visible
      order by id, kind, (locale = ${locale}) desc, preference, at desc, locale, part_id),
    judged as materialized (${judged(asking)}),
    counted as materialized (
      select kind, year, tags, in_kind, in_year, in_tag, in_member, count(*)::int as count from judged
      group by kind, year, tags, in_kind, in_year, in_tag, in_member),
    totals as (
      select coalesce(sum(count), 0)::int as all,
        coalesce(sum(count) filter (where in_kind and in_year and in_tag and in_member), 0)::int as total from counted),
    chosen as (select * from judged where in_kind and in_year and in_tag and in_member),
    over as materialized (${periodsOver(day)}),
    firsts as (${firstsOf(at)}),
    placed as (${placed(at)}),
    ranked as (
      select *, case when ${belongsToAny(sql`placed`)} then 0.5::float8 else 1 end
        * (case when (select total from totals) > ${many} then title_rank else (
          select ts_rank_cd(words, ${words}) + ts_rank_cd(words, ${beginnings}) / 4 from (
            select locale, words || '' as words from search_texts as t
            where (t.kind, t.ref_id, t.part_id, t.locale) = (placed.kind, placed.ref_id, placed.part_id, placed.locale)
            offset 0) as unpacked) end) as rank
      from placed),
    shown as (
      select * from ranked order by rank desc, at desc, id
      limit ${pageSize} offset ${(page - 1) * pageSize}),
    drawn as (
      select shown.*, ${addressOf(sql`shown`)} as slug,
        (select coalesce(jsonb_agg(over.period order by from_on, to_on desc, over.id), '[]') from over
          where ${belongsToOver(sql`shown`)}) as periods,
        ts_headline(search_grammar(locale), title, ${marked(asked, inside)}, ${whole}) as title,
        ts_headline(search_grammar(locale), body, ${marked(asked, inside)}, ${snippet}) as snippet
      from shown join search_texts using (kind, ref_id, part_id, locale))
    select totals.all, totals.total,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'slug', slug, 'locale', locale, 'at', at,
        'title', title, 'snippet', snippet, 'periods', periods) order by rank desc, at desc, id), '[]') from drawn) as rows,
      (select coalesce(jsonb_object_agg(facet, choices), '{}') from (${facets(asking)}) as facets) as facets
    from totals`);
  if (!answer) throw new Error("a search without an answer");
  return answer;
}

/** Which organisations things have to do with, whether found or not: the members they are or announce, hosts, owners. */
const ties = (at: Date) => sql`(
  select organisations.id, organisations.id as organisation_id from organisations
  union
  select announcement_memberships.announcement_id, memberships.organisation_id
    from announcement_memberships
    join ${memberships} on ${memberships.id} = announcement_memberships.membership_id and ${isPublicAt(memberships, at)}
  union
  select event_hosts.event_id, event_hosts.organisation_id from event_hosts
  union
  select commitment_owners.commitment_id, commitment_owners.organisation_id from commitment_owners) as ties`;
/** The answers with which of the narrowings each passes: a facet counts by all of them but its own. */
function judged({ at, narrowed: { kind, year, tag, member } }: Asking): SQL {
  const passes = (value: unknown, condition: SQL) => (value === undefined ? sql`true` : condition);
  return sql`
    select *,
      ${passes(kind, sql`kind = ${kind}`)} as in_kind,
      ${passes(year, sql`year is not distinct from ${year}::int`)} as in_year,
      ${passes(tag, sql`exists (select 1 from unnest(tags) as tag where lower(tag) = lower(${tag}))`)} as in_tag,
      ${passes(
        member,
        sql`id in (
          select ties.id from ${ties(at)} join organisations on organisations.id = ties.organisation_id
          where organisations.slug = ${member} and ${isPublicMember(sql`organisations.id`, at)})`,
      )} as in_member
    from (
      select *, date_part('year', on_day)::int as year from (
        select *, case when dated then (at at time zone (select zone from groups limit 1))::date end as on_day
        from found) as dated) as dated`;
}

/** The values of each facet with how many answers have them. */
function facets({ locale, at }: Asking): SQL {
  const name = sql`coalesce(name->>${locale}, (select value from jsonb_each_text(name) limit 1))`;
  const facet = (named: string, counted: SQL, order: SQL) => sql`
    select ${named}::text as facet,
      coalesce(jsonb_agg(jsonb_build_object('value', value, 'label', label, 'count', count)), '[]') as choices
    from (select * from (${counted}) as counted order by ${order} limit ${mostValues}) as counted`;
  const byCount = sql`count desc, label`;
  return sql.join(
    [
      facet(
        "kind",
        sql`select kind as value, kind as label, sum(count)::int as count from counted
          where in_year and in_tag and in_member group by kind`,
        byCount,
      ),
      facet(
        "year",
        sql`select year::text as value, year::text as label, sum(count)::int as count from counted
          where year is not null and in_kind and in_tag and in_member group by year`,
        sql`value desc`,
      ),
      facet(
        "tag",
        sql`select lower(tag) as value, min(tag) as label, sum(count)::int as count from counted, unnest(tags) as tag
          where in_kind and in_year and in_member group by lower(tag)`,
        byCount,
      ),
      facet(
        "member",
        sql`select slug as value, ${name} as label, count from (
            select organisation_id, count(*)::int as count from judged join ${ties(at)} using (id)
            where in_kind and in_year and in_tag group by organisation_id) as each
          join organisations on organisations.id = organisation_id
          where ${isPublicMember(sql`organisations.id`, at)}`,
        byCount,
      ),
    ],
    sql` union all `,
  );
}

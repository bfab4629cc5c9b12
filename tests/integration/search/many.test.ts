import { beforeAll, expect, test } from "vitest";
import { driver } from "@/db/client";
import { type Search, search } from "@/domain/search/queries";
import { at, makeGroup } from "../../support/make";
import { hiddenSpell } from "../announcements/fixture";

const tags = ["Ore", "ORE", "Trade", "Grid"];
const count = 1_210;

/** What is planted of the nth text: every seventh is under embargo, every fifth in both languages. */
const text = (n: number) => ({
  slug: `many-${n}`,
  tag: tags[n % tags.length] ?? "",
  locales: n % 5 === 0 ? ["en", "sv"] : [n % 2 ? "en" : "sv"],
  publicFrom: new Date(Date.UTC(n % 7 === 0 ? 2027 : 2023 + (n % 3), n % 12, 1 + (n % 28), 12, 0, n % 60)),
  announces: n % 4 === 0,
});
const texts = Array.from({ length: count }, (_, n) => text(n));
let member = "";

beforeAll(async () => {
  await makeGroup();
  const spell = await hiddenSpell("Francium Works", { publicFrom: new Date("2025-01-01T00:00:00Z") });
  member = spell.organisation.slug;
  const rows = texts.flatMap((one) => one.locales.map((locale) => ({ ...one, locale })));
  await driver()`
    with told as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as t (slug text, tag text, locale text, "publicFrom" timestamptz, announces boolean)),
    made as (insert into announcements (slug, kind, tags)
      select distinct slug, 'article'::announcement_kind, array[tag] from told returning id, slug),
    revised as (insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
      select id, locale, row_number() over (partition by id order by locale), 'Francium ' || slug, '',
        '{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Ultrafrancium"}]}]}', 'Test'
      from told join made using (slug) returning id, announcement_id, locale),
    tied as (insert into announcement_memberships (announcement_id, membership_id)
      select distinct id, ${spell.id}::uuid from told join made using (slug) where announces)
    insert into announcement_publications (announcement_id, locale, revision_id, public_from)
    select r.announcement_id, r.locale, r.id, told."publicFrom" from revised r
      join made on made.id = r.announcement_id join told on told.slug = made.slug and told.locale = r.locale`;
});

const find = (q: string, narrowed: Partial<Search> = {}) =>
  search("en", at.toISOString().slice(0, 10), at, { q, page: 1, ...narrowed });

/** How many there are of each value, those of most first. */
function counted(of: typeof texts, value: (one: (typeof texts)[number]) => string | undefined) {
  const counts = new Map<string, number>();
  for (const one of of) {
    const key = value(one);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

// Beginnings of words, and parts of them: the first words stand in the titles, and both in the text.
test.each([["francium"], ["rafrancium"]])("a thousand texts with %s are counted as by hand", async (q) => {
  const open = texts.filter((one) => one.publicFrom <= at);
  expect(open.length).toBeGreaterThan(1_000);
  const year = (one: (typeof texts)[number]) => `${one.publicFrom.getUTCFullYear()}`;
  const passes = {
    year: (one: (typeof texts)[number]) => year(one) === "2024",
    tag: (one: (typeof texts)[number]) => one.tag.toLowerCase() === "ore",
    member: (one: (typeof texts)[number]) => one.announces,
  };
  for (const narrowed of [
    {},
    { year: 2024 },
    { tag: "ore" },
    { member },
    { year: 2024, tag: "ORE", member },
  ]) {
    const by = Object.entries(passes).filter(([name]) => name in narrowed);
    const but = (left?: string) =>
      open.filter((one) => by.every(([name, passed]) => name === left || passed(one)));
    const found = await find(q, { kind: "announcement", ...narrowed });
    expect(found.total).toBe(but().length);
    const facet = (name: keyof typeof found.facets) =>
      Object.fromEntries(found.facets[name].map((one) => [one.value, one.count]));
    expect(facet("year")).toEqual(counted(but("year"), year));
    expect(facet("tag")).toEqual(counted(but("tag"), (one) => one.tag.toLowerCase()));
    expect(facet("member")).toEqual(counted(but("member"), (one) => (one.announces ? member : undefined)));
  }
});

test("so many are ordered by their age, each once over the pages", async () => {
  const ages = texts
    .map((one) => one.publicFrom.getTime())
    .filter((time) => time <= at.getTime())
    .toSorted((a, b) => b - a);
  const pages = await Promise.all([1, 2, 3].map((page) => find("francium", { kind: "announcement", page })));
  const rows = pages.flatMap((page) => page.rows);
  expect(rows.map((row) => row.at.getTime())).toEqual(ages.slice(0, 60));
  expect(new Set(rows.map((row) => row.id)).size).toBe(60);
});

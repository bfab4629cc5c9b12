import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { announcements } from "@/db/schema/announcements";
import { memberships, organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { periods } from "@/db/schema/periods";
import { statementRevisions } from "@/db/schema/statements";
import { announcementsForFeed } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { paragraphs, type RichBody } from "@/domain/announcements/text/rules";
import { withdraw } from "@/domain/announcements/withdraw";
import { type Search, search } from "@/domain/search/queries";
import type { Part } from "@/domain/search/rules";
import { create as createStatement } from "@/domain/statements/create";
import { publish as publishStatement } from "@/domain/statements/publish";
import { save as saveStatement } from "@/domain/statements/save";
import { atomFeed } from "@/lib/feed";
import { organizer } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { edition, hiddenSpell, lifts, published, rowsOf, written } from "../announcements/fixture";

beforeAll(makeGroup);

/** Gives an announcement tags. */
const tagged = (id: string, tags: string[]) =>
  db().update(announcements).set({ tags }).where(eq(announcements.id, id));

const justBefore = new Date(lifts.instant.getTime() - 1);
const plain = (parts: Part[]) => parts.map((part) => part.text).join("");
const hits = (parts: Part[]) => parts.filter((part) => part.hit).map((part) => part.text);

async function find(
  q: string,
  {
    locale = "en",
    when = at,
    page = 1,
    ...narrowed
  }: { locale?: Locale; when?: Date } & Partial<Search> = {},
) {
  return search(locale, when.toISOString().slice(0, 10), when, { q, page, ...narrowed });
}
const titles = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).rows.map((row) => plain(row.title));

async function piece(words: { en?: string; sv?: string }, facts: object = {}) {
  const languages = (["en", "sv"] as const).filter((locale) => words[locale]);
  const id = await written(facts, languages);
  for (const locale of languages) {
    const text = {
      ...(await edition(id, locale, words[locale] ?? "")),
      body: paragraphs([words[locale] ?? ""]),
    };
    await saveEdition(organizer, text, at);
  }
  return id;
}

describe("what is found", () => {
  test("by the grammar of the language it is in", async () => {
    const id = await piece({ en: "Furnaces were relit", sv: "Masugnarna tändes åter" });
    await published(id);
    expect(await titles("furnace")).toEqual(["Furnaces were relit"]);
    for (const form of ["masugn", "masugnar", "masugnarna", "Masugnens"]) {
      expect(await titles(form, { locale: "sv" })).toEqual(["Masugnarna tändes åter"]);
    }
  });

  test("by the beginnings of words, and without what is excluded", async () => {
    await published(await piece({ sv: "Kobaltomställningen har börjat" }), ["sv"]);
    await published(await piece({ sv: "Kobalt i marken" }), ["sv"]);
    expect(await titles("kobalt", { locale: "sv" })).toEqual([
      "Kobalt i marken",
      "Kobaltomställningen har börjat",
    ]);
    expect(await titles("kobalt -marken", { locale: "sv" })).toEqual(["Kobaltomställningen har börjat"]);
    expect(await titles("kobalt -mar", { locale: "sv" })).toHaveLength(2);
  });

  test("in the reader's language where it is in both, once", async () => {
    const id = await piece({ en: "Zirkonium abroad", sv: "Zirkonium utomlands" });
    await published(id);
    expect(await titles("zirkonium", { locale: "en" })).toEqual(["Zirkonium abroad"]);
    expect(await titles("zirkonium", { locale: "sv" })).toEqual(["Zirkonium utomlands"]);
    expect((await find("zirkonium")).total).toBe(1);
  });

  test("without accents, whichever side has them", async () => {
    await published(await piece({ en: "Curaçao reports on cadmium", sv: "Malmö om kadmiumhalten" }));
    for (const q of ["Curacao", "curaçao cadmium"]) expect(await titles(q), q).toHaveLength(1);
    for (const q of ["malmo", "Malmö", "MALMÖ"])
      expect(await titles(q, { locale: "sv" }), q).toEqual(["Malmö om kadmiumhalten"]);
    expect(hits((await find("malmo", { locale: "sv" })).rows[0]?.title ?? [])).toEqual(["Malmö"]);
  });

  test("inside of longer words where little else is found, and marked there", async () => {
    await published(await piece({ sv: "Ferrolegeringarna prövas" }), ["sv"]);
    await published(await piece({ sv: "Legeringar för broar" }), ["sv"]);
    const found = await find("legering", { locale: "sv" });
    expect(found.rows.map((row) => plain(row.title))).toEqual([
      "Legeringar för broar",
      "Ferrolegeringarna prövas",
    ]);
    expect(hits(found.rows[1]?.title ?? [])).toEqual(["Ferrolegeringarna"]);
    expect(await titles("legering -broar", { locale: "sv" })).toEqual(["Ferrolegeringarna prövas"]);
    expect(await titles('"legering prövas"', { locale: "sv" })).toEqual([]);
  });

  test("with the hit marked and nothing else", async () => {
    const id = await piece({ en: "<b>Vanadium</b> & <script>alert(1)</script> in steel" });
    await published(id, ["en"]);
    const { rows } = await find("vanadium steel");
    expect(hits(rows[0]?.title ?? [])).toEqual(["Vanadium", "steel"]);
    expect(plain(rows[0]?.title ?? [])).toContain("<b>");
  });

  test("neither by the names of nodes nor by the addresses of links", async () => {
    const id = await written({}, ["en"]);
    const marked = {
      type: "text" as const,
      text: "Here",
      marks: [{ type: "link" as const, attrs: { href: "https://molybdenum.example.org/secretpath" } }],
    };
    const body: RichBody = { type: "doc", content: [{ type: "paragraph", content: [marked] }] };
    await saveEdition(organizer, { ...(await edition(id, "en", "Links")), body }, at);
    await published(id, ["en"]);
    expect((await find("paragraph")).total).toBe(0);
    expect((await find("secretpath")).total).toBe(0);
    expect((await find("molybdenum")).total).toBe(0);
  });

  test("events, their agenda but for internal holds", async () => {
    const event = await makeEvent({ title: { en: "Wolfram Summit", sv: "Volframmötet" } });
    const item = { eventId: event.id, startsAt: event.startsAt, endsAt: event.endsAt };
    await db()
      .insert(agendaItems)
      .values([
        { ...item, kind: "panel", title: { en: "Wolfram in practice" } },
        { ...item, kind: "hold", title: { en: "Wolfram held back" } },
      ]);
    expect(await titles("wolfram")).toEqual(["Wolfram Summit"]);
    await makeRelease(event.id);
    expect((await titles("wolfram")).toSorted()).toEqual(["Wolfram Summit", "Wolfram in practice"]);
    await makeEvent({ title: { en: "Wolfram draft" }, announcedAt: null });
    expect((await find("wolfram")).total).toBe(2);
  });

  test("members by their sectors and country, in the words of either language, and none under embargo", async () => {
    const join = async (name: string, publicFrom: Date) => {
      const [row] = await db()
        .insert(organisations)
        .values({
          slug: name.toLowerCase(),
          kind: "company",
          name: { en: name },
          sectors: ["carbon_storage"],
          country: "IS",
        })
        .returning();
      await db()
        .insert(memberships)
        .values({ organisationId: row?.id ?? "", joinedOn: "2026-01-01", publicFrom });
    };
    await join("Basalt", at);
    await join("Embargoed", new Date(at.getTime() + 1));
    for (const words of ["carbon storage", "Iceland", "basalt iceland"])
      expect(await titles(words), words).toEqual(["Basalt"]);
    for (const words of ["koldioxidlagring", "Island", "basalt"])
      expect(await titles(words, { locale: "sv" }), words).toEqual(["Basalt"]);
    expect((await find("koldioxidlagring", { locale: "sv" })).rows[0]).toMatchObject({
      kind: "member",
      locale: "sv",
    });
  });

  test("people who agreed to be named or hold an office, and nobody else", async () => {
    const event = await makeEvent();
    const insert = async (name: string, namingConsentedAt: Date | null = null) => {
      const [person] = await db()
        .insert(people)
        .values({ name, sortName: name, namingConsentedAt })
        .returning();
      if (!person) throw new Error("nobody");
      return person.id;
    };
    const [agreed, silent, minister] = [
      await insert("Quillon Agreed", at),
      await insert("Quillon Silent"),
      await insert("Quillon Minister"),
    ];
    const [item] = await db()
      .insert(agendaItems)
      .values({
        eventId: event.id,
        kind: "panel",
        title: { en: "Panel" },
        startsAt: event.startsAt,
        endsAt: event.endsAt,
      })
      .returning();
    const itemId = item?.id ?? "";
    await db()
      .insert(agendaItemPeople)
      .values([agreed, silent].map((personId) => ({ itemId, personId, role: "speaker" as const })));
    await makeRelease(event.id);
    const spell = await hiddenSpell("Quillon Works", { publicFrom: at, joinedOn: "2020-01-01" });
    const [office] = await db()
      .insert(offices)
      .values({ title: { en: "Minister" }, organisationId: spell.organisationId })
      .returning();
    await db()
      .insert(appointments)
      .values({ personId: minister, officeId: office?.id ?? "", fromOn: "2025-01-01", toOn: "2026-04-01" });
    const found = async (when: Date) =>
      (await find("quillon", { when })).rows
        .filter((row) => row.kind === "person")
        .map((row) => [plain(row.title), row.slug]);
    expect((await found(at)).toSorted()).toEqual([
      ["Quillon Agreed", `events/${event.slug}`],
      ["Quillon Minister", `members/${spell.organisation.slug}`],
    ]);
    expect(await found(new Date("2026-04-01T09:00:00Z"))).toEqual([
      ["Quillon Agreed", `events/${event.slug}`],
    ]);
  });
});

describe("narrowing", () => {
  test("counts what there is by kind, year, tag and member, each by the other narrowings", async () => {
    const spell = await hiddenSpell("Tellurium Works", { publicFrom: at, joinedOn: "2020-01-01" });
    const first = await piece({ en: "Tellurium agreed" }, { kind: "new_member", membershipIds: [spell.id] });
    await tagged(first, ["Trade", "Ore"]);
    await published(first, ["en"], null, new Date("2025-12-31T23:30:00Z"));
    const second = await piece({ en: "Tellurium explained" });
    await tagged(second, ["ore"]);
    await published(second, ["en"], null, new Date("2025-06-01T09:00:00Z"));
    await makeEvent({ title: { en: "Tellurium days" }, startsAt: new Date("2025-05-01T09:00:00Z") });

    const counts = ({ facets }: Awaited<ReturnType<typeof find>>) =>
      Object.fromEntries(
        Object.entries(facets).map(([name, all]) => [name, all.map((one) => `${one.label} ${one.count}`)]),
      );
    const all = await find("tellurium");
    expect(all.total).toBe(4);
    expect(counts(all)).toEqual({
      kind: ["announcement 2", "event 1", "member 1"],
      // New Year has come in Stockholm, where the group is.
      year: ["2026 1", "2025 2"],
      tag: ["Ore 2", "Trade 1"],
      member: ["Tellurium Works 2"],
    });
    const narrow = await find("tellurium", { tag: "ore", kind: "announcement", year: 2025 });
    expect(narrow.rows.map((row) => plain(row.title))).toEqual(["Tellurium explained"]);
    expect(counts(narrow)).toMatchObject({ year: ["2026 1", "2025 1"], kind: ["announcement 1"] });
    const theirs = await find("tellurium", { member: spell.organisation.slug });
    expect(theirs.rows.map((row) => row.kind).toSorted()).toEqual(["announcement", "member"]);
    expect((await find("tellurium", { member: "nobody" })).total).toBe(0);
  });

  test("by nothing that is under embargo", async () => {
    const spell = await hiddenSpell("Thallium Works");
    const known = await piece({ en: "Thallium known" });
    await tagged(known, ["known"]);
    await published(known, ["en"]);
    const hidden = await piece({ en: "Thallium hidden" }, { kind: "new_member", membershipIds: [spell.id] });
    await tagged(hidden, ["secret"]);
    await published(hidden, ["en"], lifts.local);
    const before = await find("thallium", { when: justBefore });
    expect(before).toMatchObject({ total: 1, facets: { member: [] } });
    expect(JSON.stringify(before.facets)).not.toMatch(/secret|Thallium Works/);
    for (const narrowed of [{ tag: "secret" }, { member: spell.organisation.slug }])
      expect((await find("thallium", { when: justBefore, ...narrowed })).total).toBe(0);
    const after = await find("thallium", { when: lifts.instant });
    expect(JSON.stringify(after.facets)).toMatch(/secret.*Thallium Works/);
  });
});

describe("a period that is over", () => {
  test("puts what belongs to it behind what does not, and removes nothing", async () => {
    const [period] = await db()
      .insert(periods)
      .values({ kind: "phase", name: { en: "Phase 1" }, fromOn: "2024-01-01", toOn: "2025-01-01" })
      .returning();
    const old = await piece({ en: "Rubidium rubidium once" });
    await published(old, ["en"], null, new Date("2024-06-01T09:00:00Z"));
    const recent = await piece({ en: "Rubidium now" });
    await published(recent, ["en"], null, new Date("2025-06-01T09:00:00Z"));
    expect(await titles("rubidium")).toEqual(["Rubidium now", "Rubidium rubidium once"]);
    await db()
      .update(announcements)
      .set({ periodId: period?.id ?? "" })
      .where(eq(announcements.id, recent));
    expect(await titles("rubidium")).toEqual(["Rubidium rubidium once", "Rubidium now"]);
  });
});

describe("what is under embargo", () => {
  test("is found by nobody before its instant: announcement, membership, statement", async () => {
    const spell = await hiddenSpell("Marker Palladium");
    const id = await piece(
      { en: "Marker palladium", sv: "Markör palladium" },
      { kind: "new_member", membershipIds: [spell.id] },
    );
    await published(id, ["en", "sv"], lifts.local);
    const statement = await createStatement(
      organizer,
      {
        kind: "chairs_summary",
        slug: `s-${id}`,
        title: "Palladium summary",
        eventId: null,
        authenticLocale: "en",
      },
      at,
    );
    const first = await saveStatement(organizer, await textOf(statement.id), at);
    const input = {
      id: statement.id,
      locale: "en" as const,
      revisionId: first.id,
      publicFrom: lifts.local,
      zone: "Europe/Stockholm",
    };
    await publishStatement(organizer, input, at);
    for (const locale of ["en", "sv"] as const) {
      expect(await find("palladium", { locale, when: justBefore })).toMatchObject({ rows: [], total: 0 });
      const after = await find("palladium", { locale, when: lifts.instant });
      expect(after.rows.map((row) => row.kind).toSorted()).toEqual(["announcement", "member", "statement"]);
    }
    const feed = async (when: Date) => {
      const rows = await announcementsForFeed("en", when);
      const entries = rows.map((row) => ({
        url: `https://x/${row.slug}`,
        title: row.title,
        summary: row.text,
        publishedAt: row.firstPublicAt,
        updatedAt: row.publicFrom,
      }));
      return atomFeed(
        { title: "t", subtitle: "s", author: "a", self: "https://x/f", home: "https://x" },
        entries,
        when,
      ).text();
    };
    expect(await feed(justBefore)).not.toMatch(/palladium/i);
    expect(await feed(lifts.instant)).toMatch(/palladium/i);
  });

  test("nor is an event, its agenda and who speaks there", async () => {
    const event = await makeEvent({
      title: { en: "Iridium Summit", sv: "Iridiummötet" },
      announcedAt: lifts.instant,
    });
    const [person] = await db()
      .insert(people)
      .values({ name: "Iridia Speaker", sortName: "Speaker", namingConsentedAt: at })
      .returning();
    const [item] = await db()
      .insert(agendaItems)
      .values({
        eventId: event.id,
        kind: "panel",
        title: { en: "Iridium in practice", sv: "Iridium i praktiken" },
        startsAt: event.startsAt,
        endsAt: event.endsAt,
      })
      .returning();
    await db()
      .insert(agendaItemPeople)
      .values({ itemId: item?.id ?? "", personId: person?.id ?? "", role: "speaker" });
    await makeRelease(event.id);
    for (const locale of ["en", "sv"] as const) {
      for (const q of ["iridium", "iridia", "ridium"])
        expect(await find(q, { locale, when: justBefore }), q).toMatchObject({
          rows: [],
          total: 0,
          facets: { kind: [], year: [] },
        });
      for (const when of [lifts.instant, new Date(lifts.instant.getTime() + 1_000)]) {
        const kinds = (await find("iridium", { locale, when })).rows.map((row) => row.kind);
        expect(kinds.toSorted()).toEqual(["agenda_item", "event", "person"]);
      }
    }
  });

  async function textOf(id: string) {
    const [row] = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
    const paragraph = { id: "" as const, kind: "operative" as const, text: "Palladium is discussed." };
    return {
      id,
      locale: "en" as const,
      basedOn: row?.id ?? null,
      translationOf: null,
      title: "Palladium summary",
      note: "",
      paragraphs: [paragraph],
    };
  }

  test("nor is a draft, nor what was withdrawn", async () => {
    await piece({ en: "Rhodium draft" });
    expect((await find("rhodium")).total).toBe(0);
    const id = await piece({ en: "Rhodium withdrawn" });
    await published(id, ["en"]);
    const publicationId = (await rowsOf(id)).publications[0]?.id ?? "";
    await withdraw(organizer, { id, publicationId, reason: "An error." }, lifts.instant);
    expect((await find("rhodium", { when: justBefore })).total).toBe(1);
    expect((await find("rhodium", { when: lifts.instant })).total).toBe(0);
  });
});

describe("whatever is typed", () => {
  test.each([
    "' or 1=1 --",
    "\\",
    "%_",
    "a & | ! ( ) : * <->",
    "((((((((((",
    '"never closed',
    "-",
    "--------",
    "or or or",
    "the and of",
    "<script>alert(1)</script>",
    "😀🏭",
    "\u202eabc",
    "å".repeat(200),
    "a ".repeat(100),
  ])("%j is answered", async (q) => {
    const { total, rows } = await find(q);
    expect(total).toBeGreaterThanOrEqual(rows.length);
  });

  test("nothing finds nothing", async () => {
    expect(await find("")).toMatchObject({ rows: [], total: 0 });
  });

  test("pages beyond the last are empty", async () => {
    expect((await find("words", { page: 9_999 })).rows).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpublishReasons } from "@/db/enums";
import { announcementFactsInput, announcementInput, publishInput } from "@/domain/announcements/input";
import {
  accession,
  announcing,
  gapsOf,
  isOutdated,
  latestOf,
  obstaclesToPublishing,
  originalLocale,
  ownLogoName,
  publicityOf,
  wasPublic,
} from "@/domain/announcements/rules";
import { printed } from "@/domain/announcements/speaker/rules";
import { emptyBody, paragraphs, type RichBody } from "@/domain/announcements/text/rules";

const at = new Date("2026-03-02T09:00:00Z");
const before = new Date("2026-03-01T09:00:00Z");
const after = new Date("2026-03-03T09:00:00Z");
const quoting = (personId: string | null, speaker = "", office = ""): RichBody => ({
  type: "doc",
  content: [{ type: "blockquote", attrs: { personId, speaker, office }, content: [{ type: "paragraph" }] }],
});

describe("obstacles to publishing", () => {
  const sound = {
    kind: "press_release" as const,
    latest: { id: "r2", lead: "A lead.", body: emptyBody },
    liveRevisionId: undefined,
    memberships: [],
    nameable: new Set<string>(),
    approved: true,
  };

  test("there are none where all is said", () => {
    expect(obstaclesToPublishing(sound)).toEqual([]);
    expect(obstaclesToPublishing({ ...sound, liveRevisionId: "r1" })).toEqual([]);
  });

  test.each([
    ["no_text", { latest: undefined }],
    ["empty_text", { latest: { id: "r2", lead: "", body: emptyBody } }],
    ["no_membership", { kind: "new_member" as const }],
    ["membership_withdrawn", { kind: "new_member" as const, memberships: [{ withdrawnAt: before }] }],
    ["speaker_missing", { latest: { id: "r2", lead: "A lead.", body: quoting(null) } }],
    ["speaker_not_nameable", { latest: { id: "r2", lead: "A lead.", body: quoting("p1") } }],
    ["already_public", { liveRevisionId: "r2" }],
    ["not_approved", { approved: false }],
  ])("%s", (code, facts) => {
    expect(obstaclesToPublishing({ ...sound, ...facts })).toEqual([code]);
  });

  test("all of them are told at once", () => {
    const facts = {
      ...sound,
      kind: "new_member" as const,
      latest: { id: "r2", lead: "", body: emptyBody },
      liveRevisionId: "r2",
    };
    expect(obstaclesToPublishing(facts)).toEqual(["empty_text", "no_membership", "already_public"]);
  });
});

describe("gaps", () => {
  const edition = {
    lead: "Words",
    body: emptyBody,
    dateline: "",
    pressContact: "press@example.org",
    cover: null,
    parts: [],
  };
  const heading: RichBody["content"][number] = {
    type: "heading",
    attrs: { level: 2 },
    content: [{ type: "text", text: "About the conference" }],
  };

  test("are told and stand in nobody's way", () => {
    expect(gapsOf(undefined)).toEqual(["no_translation"]);
    expect(gapsOf(edition)).toEqual([]);
    const bare = { ...edition, lead: "", body: quoting(null, "Ana"), pressContact: "" };
    expect(gapsOf({ ...bare, parts: [{ state: "stale" }] })).toEqual([
      "no_lead",
      "no_press_contact",
      "outdated",
      "office_missing",
    ]);
  });

  test("of a twin are what its original has and it has not", () => {
    const original = {
      ...edition,
      body: { type: "doc" as const, content: [heading, ...quoting(null, "Ana").content] },
      dateline: "Stockholm, 1 June 2022",
      cover: { mediaId: "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10", alt: "A hall", credit: "" },
    };
    const parts = ["fresh", "missing", "orphan"].map((state) => ({ state }));
    expect(gapsOf({ ...edition, pressContact: "", parts }, original)).toEqual([
      "no_press_contact",
      "no_dateline",
      "no_cover",
      "missing_blocks",
      "headings_differ",
      "blocks_differ",
      "own_blocks",
    ]);
  });
});

describe("editions", () => {
  const head = (locale: "en" | "sv", number: number, translationOfId: string | null, savedAt = at) => ({
    id: `${locale}${number}`,
    locale,
    number,
    translationOfId,
    savedAt,
  });

  test("the original is what was written first and of nothing else", () => {
    expect(originalLocale([head("en", 1, "sv1"), head("sv", 1, null), head("en", 2, "sv1", after)])).toBe(
      "sv",
    );
    expect(originalLocale([head("sv", 1, null), head("en", 1, null)])).toBe("en");
    expect(originalLocale([])).toBeUndefined();
  });

  test("the latest of each language", () => {
    expect(latestOf([head("en", 1, null), head("en", 3, null), head("sv", 2, null)])).toMatchObject({
      en: { number: 3 },
      sv: { number: 2 },
    });
  });

  test("a translation is outdated once the original moved on, and never where its source is not known", () => {
    expect(isOutdated({ translationOfId: "en1" }, "en2")).toBe(true);
    expect(isOutdated({ translationOfId: "en2" }, "en2")).toBe(false);
    expect(isOutdated({ translationOfId: null }, "en2")).toBe(false);
  });
});

describe("the publicity of a spell", () => {
  const said = (standing: Date[], told: Date[] = [], mistaken: Date[] = []) => ({ standing, told, mistaken });

  test("begins with the earliest announcement that stands, and ends with none", () => {
    const later = new Date("2026-04-01T00:00:00Z");
    expect(publicityOf(null, said([later, after]), at)).toEqual(after);
    expect(publicityOf(later, said([after]), at)).toEqual(after);
    expect(publicityOf(after, said([later]), at)).toEqual(later);
    expect(publicityOf(after, said([]), at)).toBeNull();
  });

  test("of what is public already stays, whatever becomes of the texts", () => {
    expect(publicityOf(before, said([]), at)).toEqual(before);
    expect(publicityOf(at, said([after]), at)).toEqual(at);
    expect(publicityOf(before, said([], [before]), at)).toEqual(before);
  });

  test("ends where the only text that told it came too early", () => {
    expect(publicityOf(before, said([], [], [before]), at)).toBeNull();
    expect(publicityOf(before, said([after], [], [before]), at)).toEqual(after);
    expect(publicityOf(before, said([before], [], [before]), at)).toEqual(before);
    expect(publicityOf(before, said([], [before], [before]), at)).toEqual(before);
    // It was known before that text.
    const earlier = new Date(before.getTime() - 1);
    expect(publicityOf(earlier, said([], [], [before]), at)).toEqual(earlier);
  });

  test("is never begun by a text that was taken back", () => {
    expect(publicityOf(null, said([], [before]), at)).toBeNull();
    expect(publicityOf(null, said([after], [before]), at)).toEqual(after);
  });

  test("never reaches back before it was decided", () => {
    expect(publicityOf(null, said([before]), at)).toEqual(at);
  });

  test("each publication says one thing of it at most", () => {
    const instants = fc.constantFrom(before, at, after);
    const publication = fc.record({
      publicFrom: instants,
      withdrawnAt: fc.option(instants, { nil: null }),
      withdrawalKind: fc.option(fc.constantFrom(...unpublishReasons), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(publication), instants, (publications, moment) => {
        const { standing, told, mistaken } = announcing(publications, moment);
        expect(standing.length + told.length + mistaken.length).toBeLessThanOrEqual(publications.length);
        for (const instant of [...told, ...mistaken]) expect(instant <= moment).toBe(true);
      }),
    );
  });

  test("a text that was withdrawn before its instant was never public", () => {
    expect(wasPublic({ publicFrom: before, withdrawnAt: null }, at)).toBe(true);
    expect(wasPublic({ publicFrom: after, withdrawnAt: null }, at)).toBe(false);
    expect(wasPublic({ publicFrom: at, withdrawnAt: before }, after)).toBe(false);
    expect(wasPublic({ publicFrom: before, withdrawnAt: at }, after)).toBe(true);
  });
});

test("an accession is the nineteenth on the day it is", () => {
  const spell = (joinedOn: string, leftOn: string | null = null) => ({
    joinedOn,
    joinedPrecision: "day" as const,
    leftOn,
    leftPrecision: null,
  });
  const members = [
    { kind: "country" as const, spells: [spell("2020-01-01")] },
    { kind: "country" as const, spells: [spell("2020-01-01", "2021-01-01")] },
    { kind: "company" as const, spells: [spell("2020-01-01")] },
    { kind: "country" as const, spells: [spell("2022-06-01")] },
  ];
  const known = accession([{ kind: "country", joinedOn: "2022-06-01" }], members);
  expect(known).toEqual({
    day: "2022-06-01",
    countries: 2,
    companies: 1,
    alone: { kind: "country", ordinal: 2 },
  });
});

describe("who a quote is printed as", () => {
  const person = {
    id: "p1",
    name: "Lena Ek",
    courtesyTitle: "H.E.",
    namingConsentedAt: null,
    held: [
      { fromOn: "2020-01-01", fromPrecision: "day" as const, toOn: "2022-01-01", title: { en: "Minister" } },
      { fromOn: "2022-01-01", fromPrecision: "day" as const, toOn: "2023-01-01", title: { en: "Envoy" } },
    ],
  };
  const quote = { personId: "p1", speaker: "", office: "" };

  test("with the office of the day", () => {
    expect(printed(quote, [person], "2021-12-31")).toEqual({
      name: "H.E. Lena Ek",
      office: "",
      title: { en: "Minister" },
    });
    expect(printed(quote, [person], "2022-01-01").title).toEqual({ en: "Envoy" });
  });

  test("with the office as typed where one was typed", () => {
    expect(printed({ ...quote, office: "Chair" }, [person], "2021-01-01")).toMatchObject({
      office: "Chair",
      title: undefined,
    });
  });

  test("without the name of whoever may not be named then", () => {
    expect(printed(quote, [person], "2024-01-01").name).toBe("");
    expect(printed(quote, [{ ...person, namingConsentedAt: at }], "2024-01-01")).toMatchObject({
      name: "H.E. Lena Ek",
      title: undefined,
    });
    expect(printed(quote, [], "2021-01-01").name).toBe("");
  });

  test("as written where nobody is chosen", () => {
    expect(printed({ personId: null, speaker: "Ana", office: "CEO" }, [], "2021-01-01")).toMatchObject({
      name: "Ana",
      office: "CEO",
    });
  });
});

describe("forms", () => {
  const id = "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10";

  test("tags are words between commas, each once", () => {
    const sent = { id, revision: "1", kind: "article", slug: "a", tags: " Steel, climate  policy ,steel,," };
    expect(announcementFactsInput.parse(sent)).toMatchObject({
      tags: ["steel", "climate policy"],
      membershipIds: [],
      eventId: null,
    });
  });

  test("a new announcement has a title or somebody who joins", () => {
    const sent = { kind: "new_member", locale: "en" };
    expect(announcementInput.safeParse(sent).success).toBe(false);
    expect(announcementInput.safeParse({ ...sent, title: "They join" }).success).toBe(true);
    expect(announcementInput.safeParse({ ...sent, membershipIds: [id, id] }).data?.membershipIds).toEqual([
      id,
    ]);
    expect(announcementInput.safeParse({ kind: "article", locale: "en" }).success).toBe(false);
  });

  test("publishing names at least one language", () => {
    const sent = { id, revision: "1", seen: id, publicFrom: "", zone: "Europe/Stockholm" };
    expect(publishInput.safeParse(sent).success).toBe(false);
    expect(publishInput.safeParse({ ...sent, languages: "fr" }).success).toBe(false);
    expect(publishInput.parse({ ...sent, languages: "en" })).toMatchObject({ languages: ["en"], seen: [id] });
    expect(publishInput.parse({ ...sent, languages: "en,sv" }).languages).toEqual(["en", "sv"]);
  });
});

test("paragraphs of nothing are empty", () => {
  expect(paragraphs([])).toEqual(emptyBody);
});

test("the group's logo has a name in a kit that no member's has", () => {
  expect(ownLogoName("tg", [])).toBe("tg");
  expect(ownLogoName("tg", ["sweden", "tgx"])).toBe("tg");
  expect(ownLogoName("tg", ["tg", "tg-group"])).toBe("tg-group-group");
});

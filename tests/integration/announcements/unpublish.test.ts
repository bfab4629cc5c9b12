import { beforeAll, describe, expect, test } from "vitest";
import type { Locale, UnpublishReason } from "@/db/enums";
import {
  allPublicAnnouncements,
  announcementsForFeed,
  publicAnnouncement,
  publicAnnouncements,
} from "@/domain/announcements/queries";
import { publicEditions, readAnnouncement } from "@/domain/announcements/readable";
import { saveEdition } from "@/domain/announcements/save-edition";
import { withdraw } from "@/domain/announcements/withdraw";
import { search } from "@/domain/search/queries";
import { editor, organizer } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, hiddenSpell, lifts, published, rowsOf, spellOf, written } from "./fixture";

beforeAll(makeGroup);

const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
const reason = "It was not right.";

const slugOf = async (id: string) => (await rowsOf(id)).row.slug;
const read = async (id: string, when: Date, locale: Locale = "en") =>
  readAnnouncement(await slugOf(id), locale, when);
const liveOf = async (id: string, locale: Locale) =>
  (await rowsOf(id)).publications.find((one) => one.locale === locale && !one.withdrawnAt)?.id ?? "";

async function taken(
  id: string,
  locale: Locale,
  kind: UnpublishReason,
  { when = hours(1), leadsToId = null }: { when?: Date; leadsToId?: string | null } = {},
) {
  return withdraw(organizer, { id, publicationId: await liveOf(id, locale), reason, kind, leadsToId }, when);
}

/** A public piece, taken back in every language for a reason. */
async function takenBack(kind: UnpublishReason, leadsToId: string | null = null) {
  const id = await written();
  await published(id);
  for (const locale of ["en", "sv"] as const) await taken(id, locale, kind, { leadsToId });
  return id;
}

describe("a text that was taken back", () => {
  test("too early is as if it never was, and comes back at the same address", async () => {
    const id = await takenBack("too_early");
    expect(await read(id, hours(2))).toBeUndefined();
    await published(id, ["en"], null, hours(3));
    expect(await read(id, hours(3))).toMatchObject({
      kind: "text",
      announcement: { firstPublicAt: hours(3) },
    });
  });

  test("in error is gone, or leads elsewhere", async () => {
    const id = await takenBack("error");
    expect(await read(id, hours(2))).toEqual({ kind: "gone" });
    const other = await written();
    await published(other);
    const led = await takenBack("error", other);
    const slug = await slugOf(other);
    expect(await read(led, hours(2), "sv")).toEqual({ kind: "elsewhere", slug, forGood: true });
  });

  test("merged leads to the other over every step, until it is gone itself", async () => {
    const [first, second] = [await written(), await written()];
    await published(first);
    await published(second);
    const id = await takenBack("merged", second);
    for (const locale of ["en", "sv"] as const) await taken(second, locale, "merged", { leadsToId: first });
    expect(await read(id, hours(2))).toMatchObject({ kind: "elsewhere", slug: await slugOf(first) });
    for (const locale of ["en", "sv"] as const) await taken(first, locale, "error", { when: hours(3) });
    expect(await read(id, hours(4))).toEqual({ kind: "gone" });
  });

  test("withdrawn stays readable with its reason, on no list, in no feed and no search, and can come back", async () => {
    const id = await takenBack("withdrawn");
    expect(await read(id, hours(2))).toMatchObject({
      kind: "text",
      isWithdrawn: true,
      taken: { withdrawalReason: reason },
      announcement: { title: "Words" },
    });
    const lists = await Promise.all([
      publicAnnouncements("en", hours(2), { page: 1 }).then(({ rows }) => rows),
      allPublicAnnouncements("sv", hours(2)),
      announcementsForFeed("en", hours(2)),
      search("en", "2026-03-09", hours(2), { q: "Words", page: 1 }).then(({ rows }) => rows),
    ]);
    for (const rows of lists) expect(rows.some((row) => row.id === id)).toBe(false);
    expect(await publicAnnouncement(await slugOf(id), "en", hours(2))).toBeUndefined();
    await published(id, ["en"], null, hours(3));
    expect(await read(id, hours(3))).toMatchObject({
      isWithdrawn: false,
      announcement: { firstPublicAt: at, updatedAt: hours(3) },
    });
  });

  test("in one language leaves the other, which says so where it was withdrawn", async () => {
    const id = await written();
    await published(id);
    await taken(id, "en", "withdrawn");
    expect(await read(id, hours(2), "en")).toMatchObject({
      isWithdrawn: false,
      taken: { locale: "en" },
      announcement: { locale: "sv" },
    });
    expect(await read(id, hours(2), "sv")).toMatchObject({ taken: null, announcement: { locale: "sv" } });
    const other = await written();
    await published(other);
    const merged = await written();
    await published(merged);
    await taken(merged, "en", "merged", { leadsToId: other });
    expect(await read(merged, hours(2), "en")).toMatchObject({ slug: await slugOf(other) });
    expect(await read(merged, hours(2), "sv")).toMatchObject({ kind: "text" });
  });

  test("leads nowhere that is not public, nor in a circle", async () => {
    const [id, draft] = [await written(), await written()];
    await published(id);
    await refused("leads_nowhere", () => taken(id, "en", "merged", { leadsToId: draft }));
    await refused("leads_nowhere", () => taken(id, "en", "merged"));
    await refused("leads_in_a_circle", () => taken(id, "en", "merged", { leadsToId: id }));
    await published(draft, ["en"]);
    await taken(draft, "en", "merged", { leadsToId: id });
    await published(draft, ["sv"], null, hours(2));
    await refused("leads_in_a_circle", () => taken(id, "en", "merged", { leadsToId: draft, when: hours(3) }));
  });

  test("two that lead to each other at the same moment: one does", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await written({}, ["en"]), await written({}, ["en"])];
      await published(a, ["en"]);
      await published(b, ["en"]);
      const answers = await Promise.allSettled([
        taken(a, "en", "merged", { leadsToId: b }),
        taken(b, "en", "merged", { leadsToId: a }),
      ]);
      expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("the memberships it made public", () => {
  const announced = async (languages: Locale[] = ["en", "sv"]) => {
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, languages, lifts.local);
    return { id, spell };
  };
  const later = new Date(lifts.instant.getTime() + 1);

  test.each(["error", "withdrawn"] as const)("stay where it was %s", async (kind) => {
    const { id, spell } = await announced(["en"]);
    await taken(id, "en", kind, { when: later });
    expect((await spellOf(spell.id)).publicFrom).toEqual(lifts.instant);
  });

  test("are hidden again where it came too early, in the last language", async () => {
    const { id, spell } = await announced();
    await taken(id, "en", "too_early", { when: later });
    expect((await spellOf(spell.id)).publicFrom).toEqual(lifts.instant);
    await taken(id, "sv", "too_early", { when: later });
    expect((await spellOf(spell.id)).publicFrom).toBeNull();
    await published(id, ["en"], "2026-03-20T10:00", later);
    expect((await spellOf(spell.id)).publicFrom).toEqual(new Date("2026-03-20T09:00:00Z"));
  });

  test("stay where another announcement told them too, or they were known before", async () => {
    const { id, spell } = await announced(["en"]);
    const other = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(other, ["en"], null, later);
    await taken(id, "en", "too_early", { when: new Date(later.getTime() + 1) });
    expect((await spellOf(spell.id)).publicFrom).toEqual(lifts.instant);
    const known = await hiddenSpell("Known Works", { publicFrom: new Date("2020-01-01T00:00:00Z") });
    const about = await written({ kind: "new_member", membershipIds: [known.id] });
    await published(about, ["en"]);
    await taken(about, "en", "too_early");
    expect((await spellOf(known.id)).publicFrom).toEqual(known.publicFrom);
  });
});

describe("changes", () => {
  test("a major one moves the date people are told of, a minor one does not", async () => {
    const id = await written();
    await published(id, ["en"]);
    await saveEdition(editor, await edition(id, "en", "Spelt right"), at);
    await published(id, ["en"], null, hours(1), { major: false });
    expect(await publicAnnouncement(await slugOf(id), "en", hours(1))).toMatchObject({
      title: "Spelt right",
      firstPublicAt: at,
      updatedAt: at,
    });
    await saveEdition(editor, await edition(id, "en", "Another number"), at);
    await published(id, ["en"], null, hours(2), { changeNotes: { en: "A number was wrong." } });
    const [entry] = (await announcementsForFeed("en", hours(2))).filter((one) => one.id === id);
    expect(entry).toMatchObject({ firstPublicAt: at, updatedAt: hours(2) });
    expect(await publicEditions(id, "en", hours(2))).toMatchObject([
      { edition: 1, major: true, changeNote: "" },
      { edition: 2, major: false },
      { edition: 3, major: true, changeNote: "A number was wrong." },
    ]);
  });

  test("a major one says what has changed", async () => {
    const id = await written();
    await published(id, ["en"]);
    await saveEdition(editor, await edition(id, "en", "Other words"), at);
    await refused("change_note_missing", () => published(id, ["en"], null, hours(1)));
    expect(await publicAnnouncement(await slugOf(id), "en", hours(1))).toMatchObject({ title: "Words" });
  });
});

test("an address answers nothing the moment before the instant", async () => {
  const id = await written();
  await published(id, ["en", "sv"], lifts.local);
  for (const locale of ["en", "sv"] as const) {
    for (const [away, kind] of [
      [-1000, undefined],
      [-1, undefined],
      [0, "text"],
      [1000, "text"],
    ] as const) {
      expect((await read(id, new Date(lifts.instant.getTime() + away), locale))?.kind).toBe(kind);
    }
  }
});

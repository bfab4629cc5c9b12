import crypto from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { publicAnnouncementsOfOrganisation } from "@/domain/announcements/of-organisation";
import { publish } from "@/domain/announcements/publish";
import {
  allPublicAnnouncements,
  announcementsForFeed,
  latestAnnouncements,
  publicAnnouncement,
  publicAnnouncements,
  publicAnnouncementsOfEvent,
} from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import type { RichBody } from "@/domain/announcements/text/rules";
import { withdraw } from "@/domain/announcements/withdraw";
import { publicMembers } from "@/domain/members/queries";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf } from "../members/fixture";
import {
  approved,
  edition,
  hiddenSpell,
  lifts,
  published,
  release,
  rowsOf,
  spellOf,
  written,
} from "./fixture";

beforeAll(makeGroup);

const justBefore = new Date(lifts.instant.getTime() - 1);
const later = new Date("2026-04-01T09:00:00Z");

async function refusedWhole(code: string, deed: () => Promise<unknown>) {
  const all = async () =>
    Promise.all([db().select().from(announcementPublications), db().select().from(memberships)]);
  const before = await all();
  const refusal = await refused(code, deed);
  expect(await all()).toEqual(before);
  return refusal;
}

const slugOf = async (id: string) => (await rowsOf(id)).row.slug;
const liveOf = async (id: string, locale: string) =>
  (await rowsOf(id)).publications.find((one) => one.locale === locale && !one.withdrawnAt);
const isListed = async (id: string, when: Date) =>
  (await publicAnnouncements("en", when, { page: 1 })).rows.some((row) => row.id === id);

describe("publishing", () => {
  test("now makes both languages public at once", async () => {
    const id = await written();
    await published(id);
    const slug = await slugOf(id);
    expect(await publicAnnouncement(slug, "en", at)).toMatchObject({
      title: "Words",
      locale: "en",
      published: ["en", "sv"],
      firstPublicAt: at,
    });
    expect(await publicAnnouncement(slug, "sv", at)).toMatchObject({ title: "Ord", locale: "sv" });
    expect((await deedsOf(id)).at(-1)).toMatchObject({
      action: "announcement.publish",
      details: { languages: ["en", "sv"], memberships: 0 },
    });
  });

  test("one language alone is read in the other too, and names no twin", async () => {
    const id = await written();
    await published(id, ["sv"]);
    expect(await publicAnnouncement(await slugOf(id), "en", at)).toMatchObject({
      title: "Ord",
      locale: "sv",
      published: ["sv"],
    });
  });

  test("under embargo nothing of it exists before the instant, and from the instant on it does", async () => {
    const event = await makeEvent();
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id], eventId: event.id });
    await published(id, ["en", "sv"], lifts.local);
    const slug = await slugOf(id);
    const seen = async (when: Date) => [
      await publicAnnouncement(slug, "en", when).then(Boolean),
      await isListed(id, when),
      (await latestAnnouncements("en", when)).some((row) => row.id === id),
      (await allPublicAnnouncements("sv", when)).some((row) => row.id === id),
      (await announcementsForFeed("sv", when)).some((row) => row.id === id),
      (await publicAnnouncementsOfEvent(event.id, "en", when)).length > 0,
      (await publicAnnouncementsOfOrganisation(spell.organisationId, when)).length > 0,
      (await publicMembers(when)).some((member) => member.id === spell.organisationId),
    ];
    expect(await seen(justBefore)).toEqual(Array(8).fill(false));
    expect(await seen(lifts.instant)).toEqual(Array(8).fill(true));
  });

  test("makes the memberships public at the earliest of the instants", async () => {
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, ["en"], "2026-03-20T10:00");
    expect((await spellOf(spell.id)).publicFrom).toEqual(new Date("2026-03-20T09:00:00Z"));
    await published(id, ["sv"], lifts.local);
    expect(await spellOf(spell.id)).toMatchObject({ publicFrom: lifts.instant, revision: 3 });
  });

  test("leaves a membership that is known as it is", async () => {
    const known = new Date("2020-01-01T00:00:00Z");
    const spell = await hiddenSpell("Known Works", { publicFrom: known, joinedOn: "2020-01-01" });
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    expect(await published(id, ["en"], lifts.local)).toMatchObject({ memberships: 0 });
    expect(await spellOf(spell.id)).toMatchObject({ publicFrom: known, revision: 1 });
  });

  test("another kind than a new member's makes no membership public", async () => {
    const spell = await hiddenSpell();
    const id = await written({ kind: "article", membershipIds: [spell.id] });
    await published(id);
    expect((await spellOf(spell.id)).publicFrom).toBeNull();
    expect((await publicAnnouncement(await slugOf(id), "en", at))?.joining).toEqual([]);
  });

  test("a newer text replaces the older, which stays first in time", async () => {
    const id = await written();
    await published(id);
    await saveEdition(editor, await edition(id, "en", "Corrected words"), later);
    await published(id, ["en"], null, later, { changeNotes: { en: "A number was wrong." } });
    const piece = await publicAnnouncement(await slugOf(id), "en", later);
    expect(piece).toMatchObject({ title: "Corrected words", firstPublicAt: at, publicFrom: later });
    expect((await rowsOf(id)).publications).toHaveLength(3);
  });

  test("is refused to editors and others", async () => {
    const id = await written();
    const input = await release(id);
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refusedWhole("not_allowed", () => publish(actor, input, at));
    }
  });

  test("is refused with every obstacle of the language, and then no language is published", async () => {
    const id = await written({ kind: "new_member", title: "Somebody joins" });
    expect((await refusedWhole("obstacles", () => published(id))).attached).toEqual(["no_membership"]);
    const half = await written({}, ["en"]);
    expect((await refusedWhole("obstacles", () => published(half))).attached).toEqual(["no_text"]);
    const done = await written();
    await published(done, ["en"]);
    expect((await refusedWhole("obstacles", () => published(done))).attached).toEqual(["already_public"]);
    const spell = await hiddenSpell();
    const gone = await written({ kind: "new_member", membershipIds: [spell.id] });
    await db().update(memberships).set({ withdrawnAt: at });
    expect((await refusedWhole("obstacles", () => published(gone))).attached).toEqual([
      "membership_withdrawn",
    ]);
  });

  test("is refused where text or announcement is no longer what was seen", async () => {
    const id = await written();
    const input = await release(id);
    await saveEdition(editor, await edition(id, "sv", "Andra ord"), at);
    await approved(id, ["sv"]);
    await refusedWhole("stale", () => publish(organizer, input, at));
    await refusedWhole("stale", async () => publish(organizer, { ...(await release(id)), revision: 7 }, at));
    await refusedWhole("not_found", async () =>
      publish(organizer, { ...(await release(id)), id: crypto.randomUUID() }, at),
    );
  });

  test("is refused for a time that is past, or is none", async () => {
    const id = await written();
    await refusedWhole("in_the_past", () => published(id, ["en"], "2026-03-01T10:00"));
    await refusedWhole("time_not_unique", () => published(id, ["en"], "2026-03-29T02:30"));
    await refusedWhole("time_not_unique", () => published(id, ["en"], "2026-10-25T02:30"));
  });

  test("what is public stays until what takes its place is, with no moment between", async () => {
    const id = await written();
    await published(id, ["en"]);
    await saveEdition(editor, await edition(id, "en", "Newer words"), at);
    await published(id, ["en"], lifts.local, at, { changeNotes: { en: "New." } });
    const slug = await slugOf(id);
    const read = async (when: Date) => (await publicAnnouncement(slug, "en", when))?.title;
    expect(await read(justBefore)).toBe("Words");
    expect(await read(lifts.instant)).toBe("Newer words");
    const scheduled = await liveOf(id, "en");
    const reason = "Not yet.";
    await withdraw(
      organizer,
      { id, publicationId: scheduled?.id ?? "", reason, kind: "too_early" },
      justBefore,
    );
    expect(await read(lifts.instant)).toBe("Words");
    expect((await liveOf(id, "en"))?.withdrawalReason).toBe("");
  });

  test("twice at the same moment publishes once", async () => {
    const id = await written();
    const input = await release(id);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => publish(organizer, input, at)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect((await rowsOf(id)).publications).toHaveLength(2);
  });
});

describe("quotes", () => {
  const quoting = (personId: string): RichBody => ({
    type: "doc",
    content: [
      { type: "blockquote", attrs: { personId, speaker: "", office: "" }, content: [{ type: "paragraph" }] },
    ],
  });

  test("of whoever holds no office that day and did not agree are refused", async () => {
    const [person] = await db()
      .insert(people)
      .values({ name: "Ana Perez", sortName: "Perez Ana" })
      .returning();
    const [office] = await db()
      .insert(offices)
      .values({ title: { en: "Minister" } })
      .returning();
    if (!person || !office) throw new Error("nobody");
    const held = { personId: person.id, officeId: office.id, fromOn: "2026-03-05" };
    await db().insert(appointments).values(held);
    const id = await written();
    await saveEdition(editor, { ...(await edition(id, "en", "Quoted")), body: quoting(person.id) }, at);
    expect((await refusedWhole("obstacles", () => published(id, ["en"]))).attached).toEqual([
      "speaker_not_nameable",
    ]);
    await published(id, ["en"], lifts.local);
    const piece = await publicAnnouncement(await slugOf(id), "en", lifts.instant);
    expect(piece?.speakers).toMatchObject([{ name: "Ana Perez", held: [{ title: { en: "Minister" } }] }]);
  });

  test("of nobody are refused", async () => {
    const id = await written();
    await saveEdition(
      editor,
      { ...(await edition(id, "en", "Quoted")), body: quoting(crypto.randomUUID()) },
      at,
    );
    expect((await refusedWhole("obstacles", () => published(id, ["en"]))).attached).toEqual([
      "speaker_not_nameable",
    ]);
  });
});

describe("withdrawing", () => {
  const taken = async (id: string, locale: string, when = at) =>
    withdraw(
      organizer,
      { id, publicationId: (await liveOf(id, locale))?.id ?? "", reason: "Too early." },
      when,
    );

  test("before the instant hides the membership again, unless another text announces it", async () => {
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, ["en"], lifts.local);
    await published(id, ["sv"], "2026-03-20T10:00");
    await taken(id, "en");
    expect((await spellOf(spell.id)).publicFrom).toEqual(new Date("2026-03-20T09:00:00Z"));
    expect(await taken(id, "sv")).toMatchObject({ memberships: 1 });
    expect((await spellOf(spell.id)).publicFrom).toBeNull();
    expect((await deedsOf(id)).at(-1)).toMatchObject({
      action: "announcement.withdraw",
      reason: "Too early.",
    });
    expect(await publicAnnouncement(await slugOf(id), "en", later)).toBeUndefined();
  });

  test("after the instant takes the text back and leaves the membership", async () => {
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, ["en", "sv"], lifts.local);
    await taken(id, "en", later);
    await taken(id, "sv", later);
    expect((await spellOf(spell.id)).publicFrom).toEqual(lifts.instant);
    expect(await isListed(id, later)).toBe(false);
  });

  test("of one language leaves the other", async () => {
    const id = await written();
    await published(id);
    await taken(id, "en", later);
    expect(await publicAnnouncement(await slugOf(id), "en", later)).toMatchObject({
      locale: "sv",
      published: ["sv"],
    });
  });

  test("is refused to others, of what is withdrawn, of another's publication", async () => {
    const [id, other] = [await written(), await written()];
    await published(id);
    const publicationId = (await liveOf(id, "en"))?.id ?? "";
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refusedWhole("not_allowed", () => withdraw(actor, { id, publicationId, reason: "x" }, at));
    }
    await refusedWhole("not_found", () => withdraw(organizer, { id: other, publicationId, reason: "x" }, at));
    await taken(id, "en");
    await refusedWhole("withdrawn", () => withdraw(organizer, { id, publicationId, reason: "x" }, at));
  });

  test("without a reason is refused by the database", async () => {
    const id = await written();
    await published(id);
    const publicationId = (await liveOf(id, "en"))?.id ?? "";
    await expect(withdraw(organizer, { id, publicationId, reason: "" }, at)).rejects.toThrow();
    expect((await liveOf(id, "en"))?.withdrawnAt).toBeNull();
  });
});

test("what a list costs does not grow with it", async () => {
  const pages = await Promise.all([1, 2, 99].map((page) => publicAnnouncements("en", later, { page })));
  expect(pages[0]?.rows.length).toBeGreaterThan(0);
  expect(pages[2]?.rows).toEqual([]);
  expect(new Set(pages.map((page) => page.total)).size).toBe(1);
  const instants = pages[0]?.rows.map((row) => row.firstPublicAt.getTime()) ?? [];
  expect(instants).toEqual(instants.toSorted((a, b) => b - a));
});

import { and, eq, isNull, like } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { subscriptions } from "@/db/schema/subscriptions";
import { saveEdition } from "@/domain/announcements/save-edition";
import { tell, tellLate } from "@/domain/announcements/tell";
import { withdraw } from "@/domain/announcements/withdraw";
import { change } from "@/domain/subscriptions/change";
import { sendDigests } from "@/domain/subscriptions/digest";
import { end } from "@/domain/subscriptions/end";
import { linkOf } from "@/domain/subscriptions/link";
import { hashOf } from "@/lib/tokens";
import { house, organizer, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, lifts, published, rowsOf, written } from "../announcements/fixture";
import { mailsTo, subscriber } from "./fixture";

beforeAll(makeGroup);
beforeEach(async () => {
  // Nobody of an earlier test is told in this one.
  await db().update(subscriptions).set({ endedAt: at, email: "" });
  await db().delete(mails);
  await db()
    .update(announcementPublications)
    .set({ withdrawnAt: at, withdrawalReason: "An earlier test." })
    .where(isNull(announcementPublications.withdrawnAt));
});

const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);

/** Tells of every publication of an announcement as it stands at a moment; answers how many mails were written. */
async function tellAll(id: string, when: Date) {
  let written = 0;
  for (const one of (await rowsOf(id)).publications) written += await tell(house, { id: one.id }, when);
  return written;
}

describe("telling subscribers", () => {
  it("at the instant and not before, in their language, each once", async () => {
    const [en, sv] = [await subscriber(), await subscriber({ locale: "sv" })];
    const id = await written({ kind: "press_release" });
    await published(id, ["en", "sv"], lifts.local);
    const before = new Date(lifts.instant.getTime() - 1_000);
    expect(await tellAll(id, before)).toBe(0);
    expect(await tellAll(id, lifts.instant)).toBe(2);
    expect(await tellAll(id, lifts.instant)).toBe(0);
    const [mail, ...rest] = await mailsTo(en.email, "news");
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      subject: "Words",
      idempotencyKey: `news:${id}:en:${en.id}`,
      headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      aboutKind: "announcement",
      aboutId: id,
    });
    expect(mail?.headers["List-Unsubscribe"]).toMatch(/^<http.*\/api\/unsubscribe\/\{\{token\}\}>$/);
    expect(mail?.secrets).toEqual({ token: en.token, link: expect.stringContaining(en.token) });
    expect(`${mail?.text}${mail?.html}`).not.toContain(en.token);
    expect((await mailsTo(sv.email, "news")).map((one) => [one.subject, one.locale])).toEqual([
      ["Ord", "sv"],
    ]);
    const deeds = await db()
      .select()
      .from(history)
      .where(and(eq(history.subjectId, id), eq(history.action, "announcement.tell")));
    expect(deeds).toHaveLength(2);
    expect(JSON.stringify(deeds)).not.toContain("example.org");
  });

  it("of the kinds they want, who were there before and are there still", async () => {
    const wanting = await subscriber({ kinds: ["press_release", "brief"] });
    const other = await subscriber({ kinds: ["video"] });
    const later = await subscriber({}, hours(2));
    const daily = await subscriber({ cadence: "digest" });
    const gone = await subscriber();
    const id = await written({ kind: "press_release" });
    await published(id, ["en"], null, hours(1));
    await end(stranger, { link: gone.token }, hours(1));
    expect(await tellAll(id, hours(3))).toBe(1);
    expect(await mailsTo(wanting.email, "news")).toHaveLength(1);
    for (const { email } of [other, later, daily]) expect(await mailsTo(email, "news")).toEqual([]);
  });

  it("in the other language where there is none of theirs, and then not again", async () => {
    const sv = await subscriber({ locale: "sv" });
    const id = await written();
    await published(id, ["en"], null, hours(1));
    await tellAll(id, hours(1));
    await published(id, ["sv"], null, hours(2));
    await tellAll(id, hours(2));
    const [mail, ...rest] = await mailsTo(sv.email, "news");
    expect(rest).toEqual([]);
    expect(mail?.text).toContain("Den finns bara på engelska.");
    expect(mail?.text).toContain("/en/news/");
  });

  it("again of a major change, with its note, and never of a minor one", async () => {
    const en = await subscriber();
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    await tellAll(id, hours(1));
    for (const [n, major] of [
      [2, false],
      [3, true],
    ] as const) {
      await saveEdition(organizer, await edition(id, "en", `Words ${n}`), hours(n));
      await published(id, ["en"], null, hours(n), { major, changeNotes: { en: `Note ${n}` } });
      await tellAll(id, hours(n));
    }
    const letters = await mailsTo(en.email, "news");
    expect(letters.map((one) => one.subject)).toEqual(["Words", "Updated: Words 3"]);
    expect(letters[1]?.text).toContain("Note 3");
  });

  it("once, though several workers want to, and after a crash in the middle", async () => {
    const readers = await Promise.all([1, 2, 3].map(() => subscriber()));
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    const [publication] = (await rowsOf(id)).publications;
    const told = await Promise.all(
      [1, 2, 3, 4].map(() => tell(house, { id: publication?.id ?? "" }, hours(1))),
    );
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(3);
    await db()
      .update(announcementPublications)
      .set({ toldAt: null })
      .where(eq(announcementPublications.id, publication?.id ?? ""));
    expect(await tellLate(house, hours(2))).toBe(0);
    for (const { email } of readers) expect(await mailsTo(email, "news")).toHaveLength(1);
  });

  it("keeps back what has not left when the text is taken back, in its language alone", async () => {
    const [en, sv] = [await subscriber(), await subscriber({ locale: "sv" })];
    const [id, alone] = [await written(), await written({}, ["en"])];
    await published(id, ["en", "sv"], null, hours(1));
    await published(alone, ["en"], null, hours(1));
    for (const one of [id, alone]) await tellAll(one, hours(1));
    for (const one of [id, alone]) {
      const publication = (await rowsOf(one)).publications.find(({ locale }) => locale === "en");
      const input = {
        id: one,
        publicationId: publication?.id ?? "",
        reason: "Wrong.",
        kind: "error" as const,
      };
      await withdraw(organizer, input as never, hours(2));
    }
    const stateOf = async (email: string) =>
      (await mailsTo(email, "news")).map(({ aboutId, state, secrets }) => [
        aboutId === id,
        state,
        secrets !== null,
      ]);
    expect(await stateOf(en.email)).toEqual(
      expect.arrayContaining([
        [true, "cancelled", false],
        [false, "cancelled", false],
      ]),
    );
    // Told in English of what there is in English only.
    expect(await stateOf(sv.email)).toEqual(
      expect.arrayContaining([
        [true, "queued", true],
        [false, "cancelled", false],
      ]),
    );
  });

  it("catches up after a night without workers, and not with what is old", async () => {
    await subscriber();
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    expect(await tellLate(house, hours(50))).toBe(0);
    expect(await tellLate(house, hours(13))).toBe(1);
    expect(await tellLate(house, hours(14))).toBe(0);
  });

  it("writes to a long list in batches", { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 2_300 }, (_, n) => {
      const id = crypto.randomUUID();
      const email = `many-${n}@example.org`;
      return {
        id,
        email,
        locale: "en" as const,
        askedAt: at,
        confirmedAt: at,
        toldUntil: at,
        tokenHash: hashOf(linkOf(id)),
      };
    });
    for (let n = 0; n < many.length; n += 1_000)
      await db()
        .insert(subscriptions)
        .values(many.slice(n, n + 1_000));
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    expect(await tellAll(id, hours(1))).toBe(2_300);
    expect(await db().$count(mails, like(mails.idempotencyKey, `news:${id}:%`))).toBe(2_300);
  });

  it("is the house's alone", async () => {
    const id = crypto.randomUUID();
    await refused("not_allowed", () => tell(organizer, { id }, at));
    await refused("not_allowed", () => tellLate(organizer, at));
    await refused("not_allowed", () => sendDigests(organizer, at));
  });
});

// The tests' moment is 10:00 in Stockholm; the next digest is due 21 hours later.
describe("the digest", () => {
  it("tells once a day of all that became public, and says nothing where nothing did", async () => {
    const daily = await subscriber({ cadence: "digest" });
    const swedish = await subscriber({ cadence: "digest", locale: "sv" });
    const choosy = await subscriber({ cadence: "digest", kinds: ["video"] });
    await published(await written({ kind: "brief" }, ["en"]), ["en"], null, hours(1));
    await published(await written({}), ["en", "sv"], null, hours(2));
    const taken = await written({}, ["en"]);
    await published(taken, ["en"], "2026-03-03T08:00", hours(2));
    expect(await sendDigests(house, hours(20))).toBe(0);
    expect(await sendDigests(house, hours(21))).toBe(2);
    expect(await sendDigests(house, hours(21.25))).toBe(0);
    const [mail, ...rest] = await mailsTo(daily.email, "news-digest");
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      subject: "Test Group: 2 pieces of news",
      idempotencyKey: expect.stringContaining(daily.id),
    });
    expect(mail?.headers).toHaveProperty("List-Unsubscribe");
    const [theirs] = await mailsTo(swedish.email, "news-digest");
    expect(theirs?.subject).toBe("Testgruppen: 2 nyheter");
    expect(theirs?.text).toMatch(/Ord\n[\s\S]*\/sv\/news\/[\s\S]*\/en\/news\//);
    expect(await mailsTo(choosy.email, "news-digest")).toEqual([]);
    // What was under embargo then is in the next one, also where a day was missed.
    expect(await sendDigests(house, hours(45 + 24))).toBe(2);
    expect((await mailsTo(daily.email, "news-digest")).at(-1)?.subject).toBe("Test Group: one piece of news");
  });

  it("and the mail at once are not lost to a minor change that comes before them", async () => {
    const [daily, quick] = [await subscriber({ cadence: "digest" }), await subscriber()];
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    await saveEdition(organizer, await edition(id, "en", "Words, corrected"), hours(2));
    await published(id, ["en"], null, hours(2), { major: false });
    expect(await tellAll(id, hours(3))).toBe(1);
    expect((await mailsTo(quick.email, "news")).map((mail) => mail.subject)).toEqual(["Words, corrected"]);
    expect(await sendDigests(house, hours(21))).toBe(1);
    expect((await mailsTo(daily.email, "news-digest"))[0]?.text).toContain("Words, corrected");
  });

  it("leaves once though several workers want it", async () => {
    await Promise.all([1, 2, 3].map(() => subscriber({ cadence: "digest" })));
    await published(await written({}, ["en"]), ["en"], null, hours(1));
    const sent = await Promise.all([1, 2, 3, 4].map(() => sendDigests(house, hours(21))));
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(3);
  });

  it("gives at once what has gathered to whoever leaves it, and nothing twice", async () => {
    const one = await subscriber({ cadence: "digest" });
    const id = await written({}, ["en"]);
    await published(id, ["en"], null, hours(1));
    await change(stranger, { link: one.token, locale: "en", cadence: "at_once", kinds: [] }, hours(2));
    expect(await mailsTo(one.email, "news-digest")).toHaveLength(1);
    expect(await tellAll(id, hours(3))).toBe(0);
    expect(await sendDigests(house, hours(21))).toBe(0);
  });
});

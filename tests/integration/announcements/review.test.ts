import crypto from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { publish } from "@/domain/announcements/publish";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { approve } from "@/domain/announcements/review/approve";
import { awaitingReview, unreviewedPublications } from "@/domain/announcements/review/queries";
import { remark } from "@/domain/announcements/review/remark";
import { stepsOf } from "@/domain/announcements/review/revision";
import { submit } from "@/domain/announcements/review/submit";
import { saveEdition } from "@/domain/announcements/save-edition";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf } from "../members/fixture";
import { approved, edition, lifts, release, reviewer, rowsOf, written } from "./fixture";

beforeAll(makeGroup);

const minutes = (n: number) => new Date(at.getTime() + n * 60_000);
const headOf = async (id: string, locale: "en" | "sv" = "en") => (await rowsOf(id)).latest(locale)?.id ?? "";
const stepNames = async (id: string) => (await stepsOf(db(), id)).map((one) => one.step);
const waits = async (id: string) => (await awaitingReview(editor)).some((one) => one.id === id);

/** A piece whose English text an editor saved, and, where it says so, submitted. */
async function draft(author: Actor = editor, submitted = true) {
  const id = await written({}, []);
  await saveEdition(author, await edition(id, "en", "Words"), at);
  const revisionId = await headOf(id);
  if (submitted) await submit(author, { id, revisionId }, at);
  return { id, revisionId };
}

async function refusedWhole(code: string, deed: () => Promise<unknown>) {
  const all = () => db().select().from(announcementReviews);
  const before = await all();
  const refusal = await refused(code, deed);
  expect(await all()).toEqual(before);
  return refusal;
}

describe("a second pair of eyes", () => {
  test("from the author over remarks to an approval, each in the history", async () => {
    const { id, revisionId } = await draft();
    expect(await waits(id)).toBe(true);
    await remark(reviewer, { id, revisionId, step: "remarked", remark: "Whose number?" }, minutes(1));
    expect(await waits(id)).toBe(true);
    await remark(reviewer, { id, revisionId, step: "returned", remark: "Say whose." }, minutes(2));
    expect(await waits(id)).toBe(false);
    await submit(editor, { id, revisionId }, minutes(3));
    await approve(reviewer, { id, revisionId }, minutes(4));
    expect(await waits(id)).toBe(false);
    expect(await stepNames(id)).toEqual(["submitted", "remarked", "returned", "submitted", "approved"]);
    expect((await deedsOf(id)).slice(-2)).toMatchObject([
      { action: "announcement.submit", details: { language: "en" } },
      { action: "announcement.approve", details: { afterwards: false } },
    ]);
  });

  test("is another's: nobody approves what they saved", async () => {
    for (const author of [editor, organizer, user("admin")]) {
      const { id, revisionId } = await draft(author);
      const refusal = await refusedWhole("obstacles", () => approve(author, { id, revisionId }, at));
      expect(refusal.attached).toEqual(["own_text"]);
    }
  });

  test.each([
    ["editor", true],
    ["organizer", true],
    ["admin", true],
    ["protocol", false],
    ["door", false],
    ["focal_point", false],
  ] as const)("%s: %s", async (role, may) => {
    const { id, revisionId } = await draft();
    const actor = user(role);
    const deeds = [
      () => remark(actor, { id, revisionId, step: "remarked", remark: "x" }, at),
      () => approve(actor, { id, revisionId }, at),
    ];
    for (const deed of deeds) await (may ? deed() : refusedWhole("not_allowed", deed));
    if (!may) expect(await awaitingReview(actor)).toEqual([]);
  });

  test("is refused to strangers, and of what is not there", async () => {
    const { id, revisionId } = await draft(editor, false);
    for (const actor of [door, protocol, focalPoint, stranger]) {
      await refusedWhole("not_allowed", () => submit(actor, { id, revisionId }, at));
    }
    const other = await draft(editor, false);
    await refusedWhole("not_found", () => submit(editor, { id, revisionId: other.revisionId }, at));
    await refusedWhole("not_found", () => approve(reviewer, { id: crypto.randomUUID(), revisionId }, at));
  });

  test("is asked for the latest text only, and once", async () => {
    const { id, revisionId } = await draft();
    const again = await refusedWhole("obstacles", () => submit(editor, { id, revisionId }, at));
    expect(again.attached).toEqual(["submitted_already"]);
    await saveEdition(editor, await edition(id, "en", "Newer words"), at);
    await refusedWhole("stale", () => submit(editor, { id, revisionId }, at));
  });

  test("approves nothing that nobody submitted, or that was given back", async () => {
    const { id, revisionId } = await draft(editor, false);
    const unasked = await refusedWhole("obstacles", () => approve(reviewer, { id, revisionId }, at));
    expect(unasked.attached).toEqual(["not_submitted"]);
    await refusedWhole("not_submitted", () =>
      remark(reviewer, { id, revisionId, step: "returned", remark: "x" }, at),
    );
    await submit(editor, { id, revisionId }, minutes(1));
    await remark(reviewer, { id, revisionId, step: "returned", remark: "x" }, minutes(2));
    await refusedWhole("obstacles", () => approve(reviewer, { id, revisionId }, minutes(3)));
  });

  test("six who approve at the same moment are one approval", async () => {
    const { id, revisionId } = await draft();
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => approve(user("editor"), { id, revisionId }, minutes(1))),
    );
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of answers) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "obstacles" });
    }
    expect(await stepNames(id)).toEqual(["submitted", "approved"]);
  });

  test("what one approves and another gives back at the same moment is the one or the other", async () => {
    const { id, revisionId } = await draft();
    const answers = await Promise.allSettled([
      approve(user("editor"), { id, revisionId }, minutes(1)),
      remark(user("editor"), { id, revisionId, step: "returned", remark: "x" }, minutes(1)),
    ]);
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("publishing", () => {
  const asked = async (id: string, revisionId: string, forcedReason = "") => ({
    id,
    revision: (await rowsOf(id)).row.revision,
    languages: ["en" as const],
    seen: [revisionId],
    publicFrom: null,
    zone: "Europe/Stockholm",
    forcedReason,
  });

  test("needs the approval of that revision", async () => {
    const { id, revisionId } = await draft();
    const unseen = await refusedWhole("obstacles", async () =>
      publish(organizer, await asked(id, revisionId), at),
    );
    expect(unseen.attached).toEqual(["not_approved"]);
    await approve(reviewer, { id, revisionId }, at);
    await saveEdition(editor, await edition(id, "en", "Newer words"), at);
    const newer = await refusedWhole("obstacles", async () =>
      publish(organizer, await asked(id, await headOf(id)), at),
    );
    expect(newer.attached).toEqual(["not_approved"]);
  });

  test("pins what was approved, though a newer draft is there and goes on being written", async () => {
    const id = await written();
    const input = await release(id, ["en"], lifts.local);
    await saveEdition(editor, await edition(id, "en", "A draft"), at);
    await publish(organizer, input, at);
    await saveEdition(editor, await edition(id, "en", "Another draft"), at);
    const { row, latest } = await rowsOf(id);
    expect(await publicAnnouncement(row.slug, "en", lifts.instant)).toMatchObject({ title: "Words" });
    expect(latest("en")?.title).toBe("Another draft");
  });

  test("is forced with a reason, and marked until somebody approves it afterwards", async () => {
    const { id, revisionId } = await draft(editor, false);
    const reason = "The minister speaks in ten minutes.";
    await publish(organizer, await asked(id, revisionId, reason), at);
    expect((await deedsOf(id)).at(-1)).toMatchObject({ action: "announcement.publish", reason });
    const isMarked = async () => (await unreviewedPublications(editor)).some((one) => one.id === id);
    expect(await isMarked()).toBe(true);
    expect(await unreviewedPublications(door)).toEqual([]);
    await refusedWhole("obstacles", () => approve(editor, { id, revisionId }, at));
    await approve(reviewer, { id, revisionId }, at);
    expect(await isMarked()).toBe(false);
    expect((await deedsOf(id)).at(-1)).toMatchObject({ details: { afterwards: true } });
  });

  test("keeps no reason where none was needed", async () => {
    const id = await written();
    await approved(id, ["en"]);
    await publish(organizer, await asked(id, await headOf(id), "In a hurry."), at);
    expect((await rowsOf(id)).publications[0]?.forcedReason).toBe("");
  });
});

test("what was said of a text cannot be changed", async () => {
  await draft();
  await expect(db().update(announcementReviews).set({ remark: "x" })).rejects.toThrow();
  await expect(db().delete(announcementReviews)).rejects.toThrow();
});

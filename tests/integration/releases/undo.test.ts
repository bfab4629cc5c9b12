import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { releaseItems } from "@/db/schema/release-items";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { publicMember } from "@/domain/members/queries";
import { register } from "@/domain/participations/register";
import { cancel } from "@/domain/releases/cancel";
import { carryOut } from "@/domain/releases/carry-out";
import { publish } from "@/domain/releases/publish";
import { undo } from "@/domain/releases/undo";
import { readableStatement } from "@/domain/statements/readable";
import { editor, house, stranger } from "../../support/actors";
import { at, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { approved, edition, published, rowsOf, spellOf, written } from "../announcements/fixture";
import {
  composed,
  goesOut,
  makeOrganizer,
  minuteBefore,
  oneOfEach,
  releaseOf,
  scheduled,
  secondAfter,
  secondBefore,
} from "./fixture";

beforeAll(makeGroup);
let organizer: Awaited<ReturnType<typeof makeOrganizer>>;
beforeEach(async () => {
  organizer = await makeOrganizer();
});

async function out() {
  const things = await oneOfEach();
  const id = await composed(organizer, things.things);
  await publish(organizer, { id, revision: (await releaseOf(id)).row.revision }, at);
  return { things, id, revision: (await releaseOf(id)).row.revision };
}

const later = new Date("2026-03-03T09:00:00Z");

describe("taking a release back", () => {
  test("withdrawn leaves texts readable with a notice, and members members", async () => {
    const { things, id, revision } = await out();
    await undo(organizer, { id, revision, kind: "withdrawn", reason: "It no longer holds." }, later);
    expect(await readableStatement(things.statement.slug, "en", later)).toMatchObject({ withdrawnAt: later });
    expect(await publicMember(things.alone.organisation.slug, later)).toBeTruthy();
    expect((await releaseOf(id)).row).toMatchObject({ undoneAt: later, undoneKind: "withdrawn" });
  });

  test("an event that people have registered for holds all of it back", async () => {
    const { things, id, revision } = await out();
    await register(stranger, registration(things.event.slug), at);
    const refusal = await refused("obstacles", () =>
      undo(organizer, { id, revision, kind: "too_early", reason: "Too early." }, later),
    );
    expect(String(refusal.attached)).toContain("event_has_registrations");
    expect(await publicMember(things.alone.organisation.slug, later)).toBeTruthy();
    await db()
      .delete(participations)
      .where(eq(participations.eventId, things.event.id))
      .catch(() => {});
  });

  test("lets what it replaced stand again: at once before the instant, anew after it", async () => {
    for (const when of ["ready", "out"] as const) {
      const id = await written({}, ["en"]);
      await published(id, ["en"]);
      const { row, latest } = await rowsOf(id);
      const first = latest("en")?.id;
      await saveEdition(organizer, await edition(id, "en", "Other words"), at);
      await approved(id, ["en"]);
      const second = (await rowsOf(id)).latest("en")?.id;
      const release = await composed(organizer, [`announcement:${id}:en:${second}`]);
      await refused("obstacles", () => scheduled(organizer, release));
      const note = { body: { en: "Other words." } };
      await db().update(releaseItems).set(note).where(eq(releaseItems.releaseId, release));
      await scheduled(organizer, release);
      await carryOut(house, { id: release }, minuteBefore);
      const titleAt = async (moment: Date) => (await publicAnnouncement(row.slug, "en", moment))?.title;
      expect(await titleAt(secondBefore)).toBe("Words");
      expect(await titleAt(goesOut.instant)).toBe("Other words");
      const { revision } = (await releaseOf(release)).row;
      if (when === "ready")
        await cancel(organizer, { id: release, revision, reason: "Not now." }, secondBefore);
      else
        await undo(organizer, { id: release, revision, kind: "error", reason: "By mistake." }, secondAfter);
      expect(await titleAt(new Date(secondAfter.getTime() + 1))).toBe("Words");
      const { publications } = await rowsOf(id);
      expect(publications.filter((one) => !one.withdrawnAt).map((one) => one.revisionId)).toEqual([first]);
    }
  });

  test("hides no member whom another announcement makes public", async () => {
    const { things, id, revision } = await out();
    const other = await written({
      kind: "new_member",
      membershipIds: [things.announced.id],
      title: "Also about them",
    });
    await published(other);
    await undo(organizer, { id, revision, kind: "too_early", reason: "Too early." }, later);
    expect((await spellOf(things.announced.id)).publicFrom).toEqual(at);
    expect((await spellOf(things.alone.id)).publicFrom).toBeNull();
    const [event] = await db().select().from(events).where(eq(events.id, things.event.id));
    expect(event?.announcedAt).toBeNull();
  });

  test("is refused twice, stale, before it is out, and to whoever may not", async () => {
    const { id, revision } = await out();
    const how = { kind: "error" as const, reason: "By mistake." };
    await refused("not_allowed", () => undo(editor, { id, revision, ...how }, later));
    await refused("stale", () => undo(organizer, { id, revision: revision - 1, ...how }, later));
    await refused("release_out", () => cancel(organizer, { id, revision, reason: "Too late." }, later));
    await undo(organizer, { id, revision, ...how }, later);
    await refused("release_not_out", () => undo(organizer, { id, revision: revision + 1, ...how }, later));
    const draft = await composed(organizer, []);
    await refused("release_not_out", () => undo(organizer, { id: draft, revision: 1, ...how }, later));
  });
});

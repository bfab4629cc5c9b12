import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { type Role, roles, type SubjectKind, subjectKinds } from "@/db/enums";
import type { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { historyOf, historyOfEvent, listHistory } from "@/domain/history/queries";
import { record } from "@/domain/history/record";
import { decline } from "@/domain/participations/decline";
import { register } from "@/domain/participations/register";
import { organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

const readers = (["admin", "organizer", "protocol", "editor"] as const).map(
  (role) => [role, user(role)] as const,
);

/** A deed about every kind of thing, all of one event. */
async function deedsOfEveryKind(event: typeof events.$inferSelect) {
  const subjects = subjectKinds.map((kind) => [kind, crypto.randomUUID()] as [SubjectKind, string]);
  await db().transaction(async (tx) => {
    for (const subject of subjects)
      await record(tx, organizer, {
        action: "event.edit",
        subject,
        eventId: event.id,
        at,
        reason: "Said aloud",
      });
  });
  return subjects;
}

/** The kinds each role reads of, as the workspace shows their rooms. */
const secret: Record<(typeof readers)[number][0], SubjectKind[]> = {
  admin: [],
  organizer: ["group"],
  protocol: ["group", "user", "organisation", "membership", "statement", "announcement", "mail"],
  editor: ["group", "user", "membership", "participation", "delegation", "invitation", "import", "mail"],
};

it("shows each role what was done to what it works with, and nothing else, on every page of history", async () => {
  const event = await makeEvent();
  const subjects = await deedsOfEveryKind(event);
  for (const [role, actor] of readers) {
    const ways = {
      ofEvent: await historyOfEvent(actor, event.id),
      ofThings: await historyOf(actor, ...subjects),
      all: (await listHistory(actor, { q: "Said aloud", page: 1 })).rows,
    };
    for (const [way, deeds] of Object.entries(ways)) {
      const kinds = deeds.map((deed) => deed.subjectKind);
      expect(kinds, `${role} ${way}`).toContain("event");
      for (const kind of secret[role]) expect(kinds, `${role} ${way}`).not.toContain(kind);
    }
    for (const kind of secret[role])
      expect(await listHistory(actor, { q: "", kind, page: 1 }), `${role} ${kind}`).toEqual({
        rows: [],
        total: 0,
      });
  }
});

it("tells protocol who was declined and why, and the editor and the door nothing of it", async () => {
  const event = await makeEvent({ registrationPolicy: "approval" });
  await register(stranger, { ...registration(event.slug), name: "Secret Person" }, at);
  const [row] = await db().select().from(participations);
  await decline(organizer, { id: row?.id ?? "", revision: 1, reason: "A private reason" }, at);
  const seen = async (role: Role) => JSON.stringify(await historyOfEvent(user(role), event.id));
  expect(await seen("protocol")).toContain("A private reason");
  expect(await seen("protocol")).toContain("Secret Person, Test Summit");
  expect(await seen("editor")).not.toMatch(/private|Secret/);
  const closed = roles.filter((role) => role === "door" || role === "focal_point").map(user);
  for (const actor of [...closed, stranger]) {
    await refused("not_allowed", () => historyOfEvent(actor, event.id));
    await refused("not_allowed", () => historyOf(actor, ["participation", row?.id ?? ""]));
    await refused("not_allowed", () => listHistory(actor, { q: "", page: 1 }));
  }
});

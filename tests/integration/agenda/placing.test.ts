import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { history } from "@/db/schema/history";
import { copyFrom } from "@/domain/agenda/copy-from";
import { duplicate } from "@/domain/agenda/duplicate";
import { editItem } from "@/domain/agenda/edit-item";
import { editAgendaItemInput, moveBlockInput } from "@/domain/agenda/input";
import { itemForForm } from "@/domain/agenda/item-values";
import { moveBlock } from "@/domain/agenda/move-block";
import { place } from "@/domain/agenda/place";
import { publicAgenda } from "@/domain/agenda/public";
import { removeItem } from "@/domain/agenda/remove-item";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";
import { makeItem, makePerson, makeRoom, move, standings } from "./fixture";

beforeAll(makeGroup);

describe("placing", () => {
  it("gives time and room, puts into the tray and back, one revision on each time", async () => {
    const event = await makeEvent();
    const room = await makeRoom(event.id, "Hall");
    const item = await makeItem(event.id, "Panel");
    const [after] = await move(event.id, item, "2026-06-11T13:00", "2026-06-11T14:30", room.id);
    expect(after).toMatchObject({ startsAt: "2026-06-11T13:00", roomId: room.id, revision: 2 });
    await move(event.id, { id: item.id, revision: 2 }, null, null, room.id);
    const [row] = await db().select().from(agendaItems).where(eq(agendaItems.id, item.id));
    expect(row).toMatchObject({ startsAt: null, endsAt: null, plannedMinutes: 90, revision: 3 });
    const long = await makeItem(event.id, "Never moved", { endsAt: "2026-06-10T09:45" });
    await move(event.id, long, null, null);
    const [never] = await db().select().from(agendaItems).where(eq(agendaItems.id, long.id));
    expect(never?.plannedMinutes).toBe(45);
    const deeds = await db().select().from(history).where(eq(history.subjectId, item.id));
    expect(deeds.map((deed) => deed.details)).toContainEqual({ moved: "panel" });
  });

  it("is refused to who may not, and where the time, the room or the item is none of the event's", async () => {
    const [event, other] = [await makeEvent(), await makeEvent()];
    const foreign = await makeRoom(other.id, "Elsewhere");
    const item = await makeItem(event.id, "Panel");
    const items = [
      { ...item, startsAt: "2026-06-10T11:00", endsAt: "2026-06-10T12:00", roomId: null as string | null },
    ];
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => place(actor, { eventId: event.id, items }, at));
    await refused("not_found", () => place(organizer, { eventId: other.id, items }, at));
    await refused("no_such_room", () =>
      move(event.id, item, "2026-06-10T11:00", "2026-06-10T12:00", foreign.id),
    );
    await refused("time_skipped", () => move(event.id, item, "2026-03-29T02:30", "2026-03-29T03:30"));
    await refused("time_twice", () => move(event.id, item, "2026-10-25T02:30", "2026-10-25T04:00"));
    expect((await standings(event.id)).Panel).toMatchObject({ startsAt: "2026-06-10T09:00", revision: 1 });
  });

  it("of two at once one wins, and the other is shown where it stands", async () => {
    const event = await makeEvent();
    const item = await makeItem(event.id, "Panel");
    const results = await Promise.allSettled([
      move(event.id, item, "2026-06-10T11:00", "2026-06-10T12:00"),
      move(event.id, item, "2026-06-10T15:00", "2026-06-10T16:00"),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    const now = (await standings(event.id)).Panel;
    expect(lost[0]?.reason).toMatchObject({ code: "stale", attached: { theirs: [now] } });
  });

  it("places all or none, also against whoever edits or removes the same item in its form", async () => {
    const event = await makeEvent();
    const [a, b] = [await makeItem(event.id, "A"), await makeItem(event.id, "B")];
    await move(event.id, b, "2026-06-10T10:00", "2026-06-10T11:00");
    const items = [a, b].map((item) => ({
      ...item,
      startsAt: "2026-06-11T09:00",
      endsAt: "2026-06-11T10:00",
      roomId: null,
    }));
    await refused("stale", () => place(organizer, { eventId: event.id, items }, at));
    expect((await standings(event.id)).A?.revision).toBe(1);
    const races = Array.from({ length: 6 }, async (_, n) => {
      const item = await makeItem(event.id, `Race ${n}`);
      const done = await Promise.allSettled([
        move(event.id, item, "2026-06-11T11:00", "2026-06-11T12:00"),
        removeItem(organizer, item, at),
      ]);
      return done.filter((one) => one.status === "fulfilled").length;
    });
    // Never a deadlock: one of the two is done, the other refused.
    expect(await Promise.all(races)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("the form of an item", () => {
  it("keeps who does what for whom, and hands both versions to whoever was late", async () => {
    const event = await makeEvent();
    const organisation = await makeOrganisation("Ministry");
    const personId = await makePerson("Ann Lee");
    const item = await makeItem(event.id, "Roundtable", {
      attribution: "chatham_house",
      audience: "participants",
      languages: ["en", "fr"],
      people: [
        {
          personId,
          role: "discussant",
          presence: "remote",
          confirmation: "asked",
          onBehalfOf: organisation.id,
        },
      ],
    });
    const values = await itemForForm(organizer, item.id, event.zone);
    expect(values.people).toEqual([
      {
        personId,
        role: "discussant",
        presence: "remote",
        confirmation: "asked",
        onBehalfOf: organisation.id,
      },
    ]);
    const change = (more: object) => editAgendaItemInput.parse({ ...values, ...more });
    await editItem(organizer, change({ title: { en: "Roundtable on steel", sv: "Rundabord" } }), at);
    const late = await refused("stale", () => editItem(organizer, change({ people: [] }), at));
    expect(late.attached).toMatchObject({
      theirs: {
        revision: 2,
        startsAt: "2026-06-10T09:00",
        title: { en: "Roundtable on steel" },
        people: [{ personId }],
      },
    });
    const fresh = await itemForForm(organizer, item.id, event.zone);
    const english = { ...fresh, title: { ...fresh.title, en: "Steel" } };
    await editItem(organizer, editAgendaItemInput.parse(english), at);
    expect((await itemForForm(organizer, item.id, event.zone)).wordsRevision).toEqual({ en: 3, sv: 2 });
    await editItem(organizer, editAgendaItemInput.parse({ ...english, revision: 3, stillRight: ["sv"] }), at);
    expect((await itemForForm(organizer, item.id, event.zone)).wordsRevision).toEqual({ en: 3, sv: 3 });
    await refused("not_allowed", () => itemForForm(editor, item.id, event.zone));
    await refused("no_such_statement", () =>
      editItem(organizer, change({ revision: 4, statementIds: [crypto.randomUUID()] }), at),
    );
  });
});

describe("duplicating", () => {
  it("lays a copy into the tray with its people, none of them asked, and refuses what has changed", async () => {
    const event = await makeEvent();
    const personId = await makePerson("Bo Ek");
    const item = await makeItem(event.id, "Keynote", {
      people: [{ personId, role: "speaker", confirmation: "confirmed" }],
    });
    const copy = await duplicate(organizer, item, at);
    const [row] = await db().select().from(agendaItems).where(eq(agendaItems.id, copy.id));
    expect(row).toMatchObject({ startsAt: null, plannedMinutes: 60, title: { en: "Keynote" } });
    const cast = await db().select().from(agendaItemPeople).where(eq(agendaItemPeople.itemId, copy.id));
    expect(cast).toMatchObject([{ personId, confirmation: "unasked" }]);
    await refused("stale", () => duplicate(organizer, { id: item.id, revision: 9 }, at));
    await refused("not_allowed", () => duplicate(editor, item, at));
  });
});

describe("moving a block", () => {
  const block = (eventId: string, seen: Record<string, { id: string; revision: number }>, more = {}) =>
    moveBlockInput.parse({
      eventId,
      day: "2026-06-10",
      from: "",
      toDay: "2026-06-10",
      minutes: "0",
      seen: Object.values(seen).map((item) => `${item.id}:${item.revision}`),
      ...more,
    });

  it("moves the rest of a day by minutes, and leaves what begins before", async () => {
    const event = await makeEvent();
    await makeItem(event.id, "Early", { startsAt: "2026-06-10T08:00", endsAt: "2026-06-10T12:00" });
    await makeItem(event.id, "Late", { startsAt: "2026-06-10T13:00", endsAt: "2026-06-10T14:00" });
    await makeItem(event.id, "Next day", { startsAt: "2026-06-11T13:00", endsAt: "2026-06-11T14:00" });
    await makeItem(event.id, "Waiting", { startsAt: "", endsAt: "" });
    const seen = await standings(event.id);
    const input = block(event.id, seen, { from: "10:00", minutes: "45" });
    const { before, after } = await moveBlock(organizer, input, at);
    expect(before.map((one) => one.startsAt)).toEqual(["2026-06-10T13:00"]);
    expect(after.map((one) => one.startsAt)).toEqual(["2026-06-10T13:45"]);
    expect((await standings(event.id)).Early?.revision).toBe(1);
    await refused("draft_changed", () => moveBlock(organizer, input, at));
    // Taken back with what it answered, on the revisions it made.
    const back = before.map((one, n) => ({ ...one, revision: after[n]?.revision ?? 0 }));
    await place(organizer, { eventId: event.id, items: back }, at);
    expect((await standings(event.id)).Late?.startsAt).toBe("2026-06-10T13:00");
    await refused("not_allowed", () => moveBlock(door, input, at));
  });

  it("keeps local times where it goes over a change of the clocks, and moves nothing where one does not exist", async () => {
    const event = await makeEvent({
      startsAt: new Date("2026-03-28T08:00:00Z"),
      endsAt: new Date("2026-03-29T15:00:00Z"),
    });
    await makeItem(event.id, "Morning", { startsAt: "2026-03-28T09:00", endsAt: "2026-03-28T10:00" });
    const day = { day: "2026-03-28", toDay: "2026-03-29" };
    await moveBlock(organizer, block(event.id, await standings(event.id), day), at);
    expect((await standings(event.id)).Morning).toMatchObject({
      startsAt: "2026-03-29T09:00",
      endsAt: "2026-03-29T10:00",
    });
    await makeItem(event.id, "Night", { startsAt: "2026-03-28T02:30", endsAt: "2026-03-28T04:00" });
    const seen = await standings(event.id);
    await refused("time_skipped", () => moveBlock(organizer, block(event.id, seen, day), at));
    const none = { day: "2026-05-01", toDay: "2026-05-02" };
    await refused("nothing_to_move", () => moveBlock(organizer, block(event.id, seen, none), at));
  });
});

describe("copying from another event", () => {
  it("puts its first day on this one's, uses rooms by name, and adds nothing twice", async () => {
    const source = await makeEvent({
      zone: "Asia/Seoul",
      startsAt: new Date("2026-02-01T23:30:00Z"),
      endsAt: new Date("2026-02-03T09:00:00Z"),
    });
    const hall = await makeRoom(source.id, "Main HALL");
    const attic = await makeRoom(source.id, "Attic", { building: "Tower", capacity: 12 });
    const personId = await makePerson("Cleo Wu");
    await makeItem(source.id, "First", {
      startsAt: "2026-02-02T09:00",
      endsAt: "2026-02-02T10:00",
      roomId: hall.id,
      people: [{ personId, role: "chair", confirmation: "confirmed" }],
    });
    await makeItem(source.id, "Second day", {
      startsAt: "2026-02-03T09:00",
      endsAt: "2026-02-03T10:00",
      roomId: attic.id,
    });
    await makeItem(source.id, "Waiting", { startsAt: "", endsAt: "" });
    const event = await makeEvent();
    const own = await makeRoom(event.id, "Main hall");
    const input = { eventId: event.id, from: source.id, people: false };
    expect(await copyFrom(organizer, input, at)).toEqual({ added: 3 });
    const here = await standings(event.id);
    expect(here.First).toMatchObject({ startsAt: "2026-06-10T09:00", roomId: own.id });
    expect(here["Second day"]).toMatchObject({ startsAt: "2026-06-11T09:00" });
    expect(here["Second day"]?.roomId).not.toBe(attic.id);
    expect(here.Waiting?.startsAt).toBeNull();
    const cast = (id = "") => db().select().from(agendaItemPeople).where(eq(agendaItemPeople.itemId, id));
    expect(await cast(here.First?.id)).toEqual([]);
    await refused("nothing_to_copy", () => copyFrom(organizer, input, at));
    await refused("not_allowed", () => copyFrom(editor, input, at));
    const second = await makeEvent();
    await copyFrom(organizer, { ...input, eventId: second.id, people: true }, at);
    expect(await cast((await standings(second.id)).First?.id)).toMatchObject([
      { personId, confirmation: "unasked" },
    ]);
  });
});

describe("what is not for the public", () => {
  it("never leaves the workspace: holds, travel, the tray, and what is for others", async () => {
    const event = await makeEvent();
    await makeItem(event.id, "Open");
    await makeItem(event.id, "Hold", { kind: "hold" });
    await makeItem(event.id, "Coach", { kind: "travel" });
    await makeItem(event.id, "Waiting", { startsAt: "", endsAt: "" });
    await makeItem(event.id, "Members", { audience: "participants" });
    await makeItem(event.id, "Ours", { audience: "organizers" });
    expect(await publicAgenda(event.id, at)).toEqual([]);
    await makeRelease(event.id);
    expect((await publicAgenda(event.id, at)).map((item) => item.title.en)).toEqual(["Open"]);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { delay } from "@/domain/agenda/delay";
import { release as releaseAgenda } from "@/domain/agenda/release";
import { saveEdition } from "@/domain/announcements/save-edition";
import { addItems } from "@/domain/releases/add-items";
import { cancel } from "@/domain/releases/cancel";
import { carryOut } from "@/domain/releases/carry-out";
import { editItem, removeItem, renewItem } from "@/domain/releases/change-item";
import { choicesFor } from "@/domain/releases/choices";
import { create } from "@/domain/releases/create";
import { edit } from "@/domain/releases/edit";
import { thing } from "@/domain/releases/input";
import { listReleases, releaseForOrganizer, releasesAtItems } from "@/domain/releases/queries";
import { unschedule } from "@/domain/releases/schedule";
import { door, editor, focalPoint, house, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, hiddenSpell, rowsOf } from "../announcements/fixture";
import {
  composed,
  makeDraftEvent,
  makeOrganizer,
  minuteBefore,
  oneOfEach,
  releaseOf,
  scheduled,
  secondBefore,
  withMail,
} from "./fixture";

beforeAll(makeGroup);
let organizer: Awaited<ReturnType<typeof makeOrganizer>>;
beforeEach(async () => {
  organizer = await makeOrganizer();
});

const facts = { title: "The opening", eventId: null, agendaItemId: null };

describe("composing a release", () => {
  test("is for organizers; editors read it, nobody else does", async () => {
    const id = await composed(organizer, []);
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => create(actor, facts, at));
    expect((await releaseForOrganizer(editor, id, at)).title).toBe("The opening");
    for (const actor of [protocol, door, focalPoint, stranger]) {
      await refused("not_allowed", () => releaseForOrganizer(actor, id, at));
      await refused("not_allowed", () => listReleases(actor, { page: 1 }, at));
    }
  });

  test("offers what is not public, and no longer what it holds", async () => {
    const { things } = await oneOfEach();
    const before = await choicesFor(organizer, { eventId: null, items: [] }, at);
    const offered = Object.values(before).flatMap((all) => all.map((one) => one.value));
    expect(offered).toEqual(expect.arrayContaining(things));
    const id = await composed(organizer, things);
    const after = await choicesFor(organizer, await releaseForOrganizer(organizer, id, at), at);
    for (const one of Object.values(after).flat()) expect(things).not.toContain(one.value);
  });

  test("holds each thing once, and of a text its own revision alone", async () => {
    const one = await oneOfEach();
    const id = await composed(organizer, [one.things[0] ?? ""]);
    const add = (things: string[], revision = 2) =>
      addItems(organizer, { id, revision, things: things.map((text) => thing.parse(text)) }, at);
    await refused("release_item_known", () => add([one.things[0] ?? ""]));
    const foreign = `announcement:${one.announcementId}:sv:${one.things[0]?.split(":")[3]}`;
    await refused("not_found", () => add([foreign]));
    await refused("not_found", () => add([`membership:${one.announcementId}`]));
    expect((await releaseOf(id)).items).toHaveLength(1);
  });

  test("says what is newer, and takes it only when told", async () => {
    const one = await oneOfEach();
    await oneOfEach();
    const id = await composed(organizer, one.things.slice(0, 1));
    expect((await releaseForOrganizer(organizer, id, at)).items[0]?.newer).toBeNull();
    await saveEdition(organizer, await edition(one.announcementId, "en", "Newer words"), at);
    const newest = (await rowsOf(one.announcementId)).latest("en")?.id ?? "";
    const [item] = (await releaseForOrganizer(organizer, id, at)).items;
    expect(item).toMatchObject({ newer: newest, number: expect.any(Number) });
    const which = { id, revision: 2, itemId: item?.id ?? "" };
    await refused("stale", () => renewItem(organizer, { ...which, seen: which.itemId }, at));
    await renewItem(organizer, { ...which, seen: newest }, at);
    expect((await releaseForOrganizer(organizer, id, at)).items[0]).toMatchObject({ newer: null });
  });

  test("an agenda whose draft has changed since it was looked at stands in the way", async () => {
    const one = await oneOfEach();
    const id = await composed(organizer, one.things.slice(5));
    await db()
      .update(agendaItems)
      .set({ title: { en: "Other" } })
      .where(eq(agendaItems.eventId, one.event.id));
    const { obstacles, items } = await releaseForOrganizer(organizer, id, at);
    const agenda = items.find((item) => item.kind === "agenda");
    expect(obstacles).toEqual([{ itemId: agenda?.id, code: "draft_changed" }]);
    expect(agenda?.newer).toBeTruthy();
  });

  test("every door refuses what was changed since, and what is fixed", async () => {
    const spell = await hiddenSpell();
    const id = await composed(organizer, [`membership:${spell.id}`]);
    await withMail(organizer, id);
    const { row, items } = await releaseOf(id);
    const mail = items.find((item) => item.kind === "mail")?.id ?? "";
    const doors = (revision: number) => [
      () => edit(organizer, { id, revision, ...facts }, at),
      () => addItems(organizer, { id, revision, things: [thing.parse(`membership:${spell.id}`)] }, at),
      () => editItem(organizer, { id, revision, itemId: mail, subject: {}, body: {} }, at),
      () => removeItem(organizer, { id, revision, itemId: mail }, at),
      () => renewItem(organizer, { id, revision, itemId: mail, seen: "x" }, at),
    ];
    for (const deed of doors(row.revision - 1)) await refused("stale", deed);
    for (const deed of [
      () => unschedule(organizer, { id, revision: row.revision - 1 }, at),
      () => cancel(organizer, { id, revision: row.revision - 1, reason: "No." }, at),
    ])
      await refused("stale", deed);
    await refused("release_not_scheduled", () => unschedule(organizer, { id, revision: row.revision }, at));
    const { revision } = await scheduled(organizer, id);
    for (const deed of doors(revision)) await refused("release_not_draft", deed);
    const again = await unschedule(organizer, { id, revision }, at);
    await removeItem(organizer, { id, revision: again.revision, itemId: mail }, at);
    expect((await releaseOf(id)).items).toHaveLength(1);
    await refused("not_found", () =>
      removeItem(organizer, { id, revision: again.revision + 1, itemId: mail }, at),
    );
  });

  test("its button stands at an item of an agenda, until it is out", async () => {
    const event = await makeDraftEvent();
    const [item] = await db().select().from(agendaItems).where(eq(agendaItems.eventId, event.id));
    const place = { title: "At the opening", eventId: null, agendaItemId: item?.id ?? null };
    const { id } = await create(organizer, place, at);
    expect(await releasesAtItems(organizer, event.id, at)).toMatchObject([
      { id, eventId: event.id, zone: "Europe/Stockholm", obstacles: [{ code: "no_items" }] },
    ]);
    const other = await makeEvent();
    await refused("no_such_item", () => create(organizer, { ...place, eventId: other.id }, at));
    await cancel(organizer, { id, revision: 1, reason: "Not this year." }, at);
    expect(await releasesAtItems(organizer, event.id, at)).toEqual([]);
  });

  test("while an agenda is ready and not out, nothing else releases it", async () => {
    const { things, event } = await oneOfEach();
    await releaseAgenda(organizer, { eventId: event.id, after: 0, note: {} }, at);
    const [item] = await db().select().from(agendaItems).where(eq(agendaItems.eventId, event.id));
    await db()
      .update(agendaItems)
      .set({ title: { en: "Another opening" } })
      .where(eq(agendaItems.eventId, event.id));
    const id = await composed(organizer, things.slice(5, 6));
    const { agenda } = await choicesFor(organizer, { eventId: event.id, items: [] }, at);
    const value = agenda.find((one) => one.value.includes(event.id))?.value ?? "";
    await addItems(organizer, { id, revision: 2, things: [thing.parse(value)] }, at);
    await scheduled(organizer, id);
    await refused("in_release", () =>
      releaseAgenda(organizer, { eventId: event.id, after: 1, note: {} }, at),
    );
    expect(await carryOut(house, { id }, minuteBefore)).toBe("carried_out");
    await refused("agenda_release_pending", () =>
      delay(
        organizer,
        { eventId: event.id, itemId: item?.id ?? "", minutes: 10, after: 1 } as never,
        secondBefore,
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { roomsOf } from "@/domain/agenda/queries";
import { addRoom } from "@/domain/rooms/add";
import { editRoom } from "@/domain/rooms/edit";
import { moveRoom } from "@/domain/rooms/move";
import { removeRoom } from "@/domain/rooms/remove";
import { editor, organizer, stranger } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";
import { makeItem, makeRoom, standings } from "../agenda/fixture";

describe("the rooms of an event", () => {
  it("are added, changed, put in order, and known by one name each", async () => {
    const event = await makeEvent();
    const hall = await makeRoom(event.id, "Hall");
    const attic = await makeRoom(event.id, "Attic");
    await refused("room_known", () => makeRoom(event.id, "HALL"));
    const facts = { name: "Great hall", building: "East", capacity: 200 };
    await editRoom(organizer, { ...facts, id: hall.id, revision: 1 }, at);
    const late = await refused("stale", () =>
      editRoom(organizer, { ...facts, id: hall.id, revision: 1 }, at),
    );
    expect(late.attached).toMatchObject({ theirs: { name: "Great hall", revision: 2 } });
    await refused("room_known", () =>
      editRoom(organizer, { ...facts, name: "attic", id: hall.id, revision: 2 }, at),
    );
    const up = { id: attic.id, revision: 1, direction: "up" as const };
    expect(await moveRoom(organizer, up, at)).toEqual({ place: 1 });
    expect((await roomsOf(organizer, event.id)).map((room) => room.name)).toEqual(["Attic", "Great hall"]);
    await refused("stale", () => moveRoom(organizer, up, at));
    await refused("room_at_the_edge", () => moveRoom(organizer, { ...up, revision: 2 }, at));
  });

  it("leave their items where they are in time, and make whoever changes one of them late", async () => {
    const event = await makeEvent();
    const hall = await makeRoom(event.id, "Hall");
    await makeItem(event.id, "Panel", { roomId: hall.id });
    await refused("stale", () => removeRoom(organizer, { id: hall.id, revision: 4 }, at));
    expect(await removeRoom(organizer, { id: hall.id, revision: 1 }, at)).toEqual({ roomless: 1 });
    expect((await standings(event.id)).Panel).toMatchObject({
      startsAt: "2026-06-10T09:00",
      roomId: null,
      revision: 2,
    });
    await refused("not_found", () => removeRoom(organizer, { id: hall.id, revision: 1 }, at));
  });

  it("are the organizers' alone", async () => {
    const event = await makeEvent();
    const hall = await makeRoom(event.id, "Hall");
    const known = { id: hall.id, revision: 1 };
    const facts = { name: "Other", building: "", capacity: null };
    for (const actor of [editor, stranger]) {
      await refused("not_allowed", () => addRoom(actor, { ...facts, eventId: event.id }, at));
      await refused("not_allowed", () => editRoom(actor, { ...facts, ...known }, at));
      await refused("not_allowed", () => moveRoom(actor, { ...known, direction: "up" }, at));
      await refused("not_allowed", () => removeRoom(actor, known, at));
    }
  });
});

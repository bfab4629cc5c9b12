import { expect, it } from "vitest";
import { addAvailability } from "@/domain/availability/add";
import { availabilitiesOf } from "@/domain/availability/queries";
import { removeAvailability } from "@/domain/availability/remove";
import { editor, organizer, stranger } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";
import { makePerson } from "../agenda/fixture";

it("times of people are noted in the event's zone, once each, and taken back; by organizers alone", async () => {
  const event = await makeEvent({ zone: "Asia/Kolkata" });
  const personId = await makePerson("Dag Ris");
  const time = {
    eventId: event.id,
    personId,
    fromAt: "2026-06-10T09:00",
    untilAt: "2026-06-10T12:00",
  };
  const added = await addAvailability(organizer, time, at);
  expect(await availabilitiesOf(organizer, event.id)).toMatchObject([
    { id: added.id, name: "Dag Ris", fromAt: new Date("2026-06-10T03:30:00Z") },
  ]);
  await refused("availability_known", () => addAvailability(organizer, time, at));
  await refused("ends_before_start", () =>
    addAvailability(organizer, { ...time, untilAt: "2026-06-10T08:00" }, at),
  );
  await refused("no_such_person", () =>
    addAvailability(organizer, { ...time, personId: crypto.randomUUID() }, at),
  );
  for (const actor of [editor, stranger]) {
    await refused("not_allowed", () => addAvailability(actor, time, at));
    await refused("not_allowed", () => removeAvailability(actor, added, at));
    await refused("not_allowed", () => availabilitiesOf(actor, event.id));
  }
  await removeAvailability(organizer, added, at);
  expect(await availabilitiesOf(organizer, event.id)).toEqual([]);
  await refused("not_found", () => removeAvailability(organizer, added, at));
});

import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { boardFor, personChoices } from "@/domain/board/queries";
import { addSeat, editSeat, setQuorum } from "@/domain/board/seats";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { admin, beforeBoard, boardMember } from "./fixture";

beforeAll(makeGroup);

async function person(name = "Somebody") {
  const [row] = await db().insert(people).values({ name, sortName: name }).returning();
  return row?.id ?? "";
}
const seat = (personId: string, fromOn = "2026-01-01", toOn: string | null = null) => ({
  personId,
  organisationId: null,
  fromOn,
  toOn,
});

describe("the board", () => {
  it("is changed by administrators alone, and read by organizers", async () => {
    const input = seat(await person());
    for (const actor of [organizer, editor, protocol, door, focalPoint, stranger]) {
      await refused("not_allowed", () => addSeat(actor, input, at));
      await refused("not_allowed", () => setQuorum(actor, { revision: 1, boardQuorum: 3 }, at));
      await refused("not_allowed", () => personChoices(actor));
    }
    const { id } = await addSeat(admin, input, at);
    await refused("not_allowed", () => editSeat(organizer, { ...input, id, revision: 1 }, at));
    expect((await boardFor(organizer)).seats.map((one) => one.id)).toContain(id);
    for (const actor of [editor, protocol, stranger]) await refused("not_allowed", () => boardFor(actor));
  });

  it("gives a person one seat at a time, of many given at once too", async () => {
    const personId = await person();
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => addSeat(admin, seat(personId), at)),
    );
    const no = answers.filter((answer) => answer.status === "rejected");
    expect(no.map((answer) => answer.reason.code)).toEqual(Array(5).fill("sits_already"));
    await addSeat(admin, seat(personId, "2024-01-01", "2026-01-01"), at);
    const gone = seat("00000000-0000-4000-8000-000000000000");
    await refused("no_such_person", () => addSeat(admin, gone, at));
  });

  it("ends a seat; it keeps what its holder said, and gives it to nobody else", async () => {
    const id = await boardMember("Leaving");
    await beforeBoard({}, [[id, "approves"]]);
    const held = (await boardFor(admin)).seats.find((one) => one.id === id);
    const input = { ...seat(held?.personId ?? "", "2025-01-01", "2026-03-03"), id, revision: 1 };
    const other = { ...input, personId: await person("Another") };
    await refused("seat_has_answered", () => editSeat(admin, other, at));
    expect(await editSeat(admin, input, at)).toEqual({ revision: 2 });
    const { attached } = await refused("stale", () => editSeat(admin, { ...input, toOn: null }, at));
    expect(attached).toMatchObject({ theirs: { toOn: "2026-03-03" } });
  });

  it("has a quorum that is set on what was seen", async () => {
    const { revision, quorum } = await boardFor(admin);
    await setQuorum(admin, { revision, boardQuorum: quorum + 1 }, at);
    expect((await boardFor(admin)).quorum).toBe(quorum + 1);
    await refused("stale", () => setQuorum(admin, { revision, boardQuorum: 5 }, at));
  });
});

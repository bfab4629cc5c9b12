import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { history } from "@/db/schema/history";
import { cues } from "@/db/schema/run-of-show";
import { removeItem } from "@/domain/agenda/remove-item";
import { add } from "@/domain/run-of-show/add";
import { copy } from "@/domain/run-of-show/copy";
import { edit } from "@/domain/run-of-show/edit";
import { type CueInput, cueInput, editCueInput } from "@/domain/run-of-show/input";
import { runOfShow } from "@/domain/run-of-show/queries";
import { remove } from "@/domain/run-of-show/remove";
import { tick } from "@/domain/run-of-show/tick";
import { untick } from "@/domain/run-of-show/untick";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";
import { makeItem } from "../papers/fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
let item: Awaited<ReturnType<typeof makeItem>>;
beforeEach(async () => {
  event = await makeEvent();
  item = await makeItem(event.id);
});

const input = (more: Record<string, unknown> = {}): CueInput =>
  cueInput.parse({
    eventId: event.id,
    anchor: "item_start",
    itemId: item.id,
    offsetMinutes: "-10",
    cue: "Open the doors",
    owner: "Door",
    ...more,
  });
const changed = (id: string, revision: number, more: Record<string, unknown>) =>
  editCueInput.parse({ ...input(), id, revision, ...more });
const sheet = async () => (await runOfShow(organizer, event.id, event.zone)).rows;
const row = async (id: string) => (await db().select().from(cues).where(eq(cues.id, id)))[0];

describe("rows of the run of show", () => {
  it("are planned by the draft's item, and move with it", async () => {
    const { id } = await add(protocol, input(), at);
    expect((await sheet())[0]).toMatchObject({
      id,
      planned: new Date("2026-06-10T07:50:00Z"),
      owner: "Door",
    });
    await db()
      .update(agendaItems)
      .set({ startsAt: new Date("2026-06-10T08:30:00Z") })
      .where(eq(agendaItems.id, item.id));
    expect((await sheet())[0]?.planned).toEqual(new Date("2026-06-10T08:20:00Z"));
  });

  it("hang on a day by its clock, and not on a time that is none", async () => {
    const ofDay = { anchor: "day", itemId: "", day: "2026-06-10", clock: "06:30" };
    await add(organizer, input(ofDay), at);
    expect((await sheet())[0]).toMatchObject({ planned: new Date("2026-06-10T04:30:00Z"), itemId: null });
    await refused("time_skipped", () =>
      add(organizer, input({ ...ofDay, day: "2026-03-29", clock: "02:30" }), at),
    );
  });

  it("are added once, also where the form is sent twice at once", async () => {
    const both = await Promise.allSettled([add(organizer, input(), at), add(organizer, input(), at)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await refused("cue_known", () => add(organizer, input(), at));
    expect(await sheet()).toHaveLength(1);
  });

  it("hang on no item of another event", async () => {
    const other = await makeItem((await makeEvent()).id);
    await refused("no_such_item", () => add(organizer, input({ itemId: other.id }), at));
    const { id } = await add(organizer, input(), at);
    await refused("no_such_item", () => edit(organizer, changed(id, 1, { itemId: other.id }), at));
    await refused("no_such_item", () => copy(organizer, { fromItemId: item.id, toItemId: other.id }, at));
  });

  it("of two who change a row at once, one is refused with both texts", async () => {
    const { id } = await add(organizer, input(), at);
    const all = await Promise.allSettled([
      edit(organizer, changed(id, 1, { cue: "Open the left door" }), at),
      edit(protocol, changed(id, 1, { cue: "Open the right door" }), at),
    ]);
    const refusal = all.find((one) => one.status === "rejected");
    const saved = (await row(id))?.cue;
    expect(saved).toMatch(/^Open the (left|right) door$/);
    expect(refusal?.reason).toMatchObject({
      code: "stale",
      attached: { theirs: { revision: 2, cue: saved } },
    });
  });

  it("stay, without a time, where their item is taken out", async () => {
    const { id } = await add(organizer, input(), at);
    await removeItem(organizer, { id: item.id, revision: item.revision }, at);
    expect(await sheet()).toMatchObject([{ id, planned: null, itemId: null }]);
    await edit(
      organizer,
      changed(id, 1, { anchor: "day", day: "2026-06-11", clock: "08:00", itemId: "" }),
      at,
    );
    expect((await sheet())[0]?.planned).toEqual(new Date("2026-06-11T06:00:00Z"));
  });

  it("are copied to another item once, undone", async () => {
    const other = await makeItem(event.id, { title: "Another panel" });
    const { id } = await add(organizer, input(), at);
    await add(organizer, input({ anchor: "item_end", offsetMinutes: "0", cue: "Close the doors" }), at);
    await tick(organizer, { id, revision: 1 }, at);
    const ids = { fromItemId: item.id, toItemId: other.id };
    expect(await copy(protocol, ids, at)).toEqual({ eventId: event.id, copied: 2 });
    await refused("no_rows_to_copy", () => copy(protocol, ids, at));
    const copies = (await sheet()).filter((one) => one.itemId === other.id);
    expect(copies.map(({ cue, doneAt, anchor }) => [cue, doneAt, anchor])).toEqual([
      ["Open the doors", null, "item_start"],
      ["Close the doors", null, "item_end"],
    ]);
  });
});

describe("ticking", () => {
  it("records the actual time once, and can be taken back", async () => {
    const { id } = await add(organizer, input(), at);
    const step = { id, revision: 1 };
    const both = await Promise.allSettled([tick(door, step, at), tick(protocol, step, at)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refusal = await refused("cue_done", () => tick(organizer, step, at));
    expect(refusal.details.name).toMatch(/^A test (door|protocol)$/);
    expect((await row(id))?.doneAt).toEqual(at);
    await untick(door, step, at);
    await refused("cue_not_done", () => untick(door, step, at));
    expect(await row(id)).toMatchObject({ doneAt: null, doneByName: null, revision: 1 });
    const told = await db().select().from(history).where(eq(history.subjectId, event.id));
    expect(told.filter((deed) => deed.action === "run-of-show.tick")).toHaveLength(2);
  });

  it("is of what was read: a row that says something else now is not ticked, nor removed", async () => {
    const { id } = await add(organizer, input(), at);
    await edit(organizer, changed(id, 1, { cue: "Keep the doors closed" }), at);
    const stale = { id, revision: 1 };
    const refusal = await refused("cue_changed", () => tick(door, stale, at));
    expect(refusal.details).toEqual({ cue: "Keep the doors closed" });
    await refused("cue_changed", () => remove(organizer, stale, at));
    // A tick changes nothing of what is written: who was editing meanwhile is not refused.
    await tick(door, { id, revision: 2 }, at);
    await edit(organizer, changed(id, 2, { note: "Two guards" }), at);
    expect(await row(id)).toMatchObject({ note: "Two guards", doneAt: at });
    await remove(organizer, { id, revision: 3 }, at);
    expect(await row(id)).toBeUndefined();
  });
});

it("is a right of its own", async () => {
  const { id } = await add(organizer, input(), at);
  const step = { id, revision: 1 };
  for (const actor of [editor, focalPoint, stranger]) {
    await refused("not_allowed", () => runOfShow(actor, event.id, event.zone));
    await refused("not_allowed", () => tick(actor, step, at));
  }
  for (const actor of [door, editor, focalPoint, stranger, user("focal_point")]) {
    await refused("not_allowed", () => add(actor, input({ cue: "Another" }), at));
    await refused("not_allowed", () => edit(actor, changed(id, 1, {}), at));
    await refused("not_allowed", () => remove(actor, step, at));
    await refused("not_allowed", () => copy(actor, { fromItemId: item.id, toItemId: item.id }, at));
  }
  expect((await runOfShow(door, event.id, event.zone)).rows).toHaveLength(1);
});

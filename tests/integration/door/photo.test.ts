import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { participations } from "@/db/schema/participations";
import { doorList, photoOf } from "@/domain/check-ins/queries";
import { lockEvent } from "@/domain/events/lock";
import { keepPhoto } from "@/domain/participations/keep-photo";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";
import { makeGuest, morning } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeEach(async () => {
  event = await makeEvent();
});

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = () => new File([pixel], "me.png");

it("is seen at the door of its event, and erased when another takes its place", async () => {
  const guest = await makeGuest(event.id);
  const input = { id: guest.id, revision: 1, remove: false };
  expect(await keepPhoto(organizer, input, picture(), at)).toEqual({ revision: 2 });
  expect((await doorList(door, event.id, "en", morning)).guests[0]?.photo).toBe(true);
  expect((await photoOf(door, event.id, guest.id))?.content).toEqual(pixel);
  expect(await photoOf(door, (await makeEvent()).id, guest.id)).toBeUndefined();
  for (const actor of [editor, focalPoint, stranger])
    await refused("not_allowed", () => photoOf(actor, event.id, guest.id));
  await refused("stale", () => keepPhoto(organizer, input, picture(), at));
  await keepPhoto(organizer, { ...input, revision: 2 }, picture(), at);
  await keepPhoto(organizer, { ...input, revision: 3, remove: true }, undefined, at);
  const kept = await db().select().from(files).where(eq(files.eventId, event.id));
  expect(kept.map(({ content }) => content)).toEqual([null, null]);
  expect(await photoOf(door, event.id, guest.id)).toBeUndefined();
});

it("must be a picture, sent by somebody who may change the participant", async () => {
  const guest = await makeGuest(event.id);
  const input = { id: guest.id, revision: 1, remove: false };
  await refused("file_missing", () => keepPhoto(organizer, input, undefined, at));
  await refused("file_type", () => keepPhoto(organizer, input, new File(["<svg/>"], "me.png"), at));
  await refused("file_type", () => keepPhoto(organizer, input, new File(["%PDF-1.7\n"], "me.png"), at));
  for (const actor of [door, editor, focalPoint, stranger])
    await refused("not_allowed", () => keepPhoto(actor, input, picture(), at));
  expect(await db().select().from(files).where(eq(files.eventId, event.id))).toEqual([]);
});

it("waits for the event before the participant, like every verb, so that two never wait for each other", async () => {
  const guest = await makeGuest(event.id);
  let keeping: Promise<unknown> | undefined;
  await db().transaction(async (tx) => {
    await lockEvent(tx, event.id);
    keeping = keepPhoto(organizer, { id: guest.id, revision: 1, remove: false }, picture(), at);
    await setTimeout(300);
    await tx
      .select()
      .from(participations)
      .where(eq(participations.id, guest.id))
      .for("update", { noWait: true });
  });
  expect(await keeping).toEqual({ revision: 2 });
});

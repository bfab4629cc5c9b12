import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { AgendaAudience, AttributionRule } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { minutesPublications, minutesRevisions } from "@/db/schema/item-papers";
import { type Actor, nobody } from "@/domain/access/actor";
import { removeItem } from "@/domain/agenda/remove-item";
import { papersFor } from "@/domain/item-documents/queries";
import { publish } from "@/domain/minutes/publish";
import { publishedMinutes } from "@/domain/minutes/published";
import { minutesForEditor, minutesOf } from "@/domain/minutes/queries";
import { save } from "@/domain/minutes/save";
import { withdraw } from "@/domain/minutes/withdraw";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";
import { makeParticipation } from "../mailings/fixture";
import { makeItem } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
let participant: Extract<Actor, { kind: "participant" }>;
let focal: Extract<Actor, { kind: "user" }>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ capacity: 20 });
  const { id } = await makeParticipation(event, { name: "Guest" });
  participant = { kind: "participant", participationId: id, eventId: event.id };
  const organisation = await makeOrganisation();
  await db()
    .insert(delegations)
    .values({ eventId: event.id, organisationId: organisation.id, createdAt: at });
  focal = { ...focalPoint, organisationId: organisation.id };
});

const write = (itemId: string, basedOn: number, body: string, actor: Actor = editor) =>
  save(actor, { itemId, basedOn, body, locale: "en" }, at);
const set = (id: string, facts: { audience?: AgendaAudience; attribution?: AttributionRule }) =>
  db().update(agendaItems).set(facts).where(eq(agendaItems.id, id));

/** Who reads the minutes of an item outside of the workspace, and which text: in the list and on the page alike. */
async function readers(itemId: string, eventId = event.id) {
  const asking: [string, Actor][] = [
    ["public", nobody],
    ["participant", participant],
    ["focal point", focal],
  ];
  const found: string[] = [];
  for (const [name, actor] of asking) {
    const body = (await publishedMinutes(actor, { itemId, eventId }, at))?.body;
    const listed = (await papersFor(actor, eventId, at)).some((one) => one.itemId === itemId && one.minutes);
    expect(listed, `${name}: list and page agree`).toBe(body !== undefined);
    if (body) found.push(`${name}: ${body}`);
  }
  return found;
}

describe("writing minutes", () => {
  it("keeps every revision, and makes none of the same text", async () => {
    const item = await makeItem(event.id);
    expect(await write(item.id, 0, "First.")).toEqual({ number: 1 });
    expect(await write(item.id, 1, "First, and more.", organizer)).toEqual({ number: 2 });
    expect(await write(item.id, 2, "First, and more.")).toEqual({ number: 2 });
    const { revisions } = await minutesForEditor(editor, event.id, item.id);
    expect(revisions.map(({ number, body, savedByName }) => [number, body, savedByName])).toEqual([
      [2, "First, and more.", organizer.name],
      [1, "First.", editor.name],
    ]);
    const [first] = revisions;
    const change = db()
      .update(minutesRevisions)
      .set({ body: "Forged" })
      .where(eq(minutesRevisions.id, first?.id ?? ""));
    await expect(change).rejects.toThrow();
  });

  it("of two who save at once, one is refused with both texts, and nothing is lost", async () => {
    const item = await makeItem(event.id);
    await write(item.id, 0, "Begun.");
    const both = await Promise.allSettled([
      write(item.id, 1, "By the editor."),
      write(item.id, 1, "By the organizer.", organizer),
    ]);
    const refusal = both.find((one) => one.status === "rejected");
    const { revisions } = await minutesForEditor(editor, event.id, item.id);
    expect(revisions).toHaveLength(2);
    const theirs = { revision: 2, locale: "en", body: revisions[0]?.body };
    expect(refusal?.reason).toMatchObject({ code: "stale", attached: { theirs } });
    await write(item.id, 2, "By both.");
    await refused("stale", () => write(item.id, 0, "From an old window."));
  });

  it("keeps an item that has minutes", async () => {
    const item = await makeItem(event.id);
    await write(item.id, 0, "Said.");
    await refused("item_has_papers", () => removeItem(organizer, { id: item.id, revision: 1 }, at));
  });
});

describe("publishing minutes", () => {
  it("opens one revision to whom the item is released to, until it is withdrawn", async () => {
    const item = await makeItem(event.id);
    await write(item.id, 0, "Said.");
    await publish(organizer, { itemId: item.id, revision: 1 }, at);
    expect(await readers(item.id)).toEqual([]);
    await makeRelease(event.id);
    await write(item.id, 1, "Said, and more.");
    expect(await readers(item.id)).toEqual(["public: Said.", "participant: Said.", "focal point: Said."]);
    await refused("stale", () => publish(organizer, { itemId: item.id, revision: 1 }, at));
    await publish(organizer, { itemId: item.id, revision: 2 }, at);
    expect((await readers(item.id))[0]).toBe("public: Said, and more.");
    const again = await refused("obstacles", () => publish(organizer, { itemId: item.id, revision: 2 }, at));
    expect(again.attached).toEqual(["already_public"]);
    expect(await minutesOf(editor, event.id)).toMatchObject([{ id: item.id, latest: 2, published: 2 }]);
    await refused("stale", () => withdraw(organizer, { itemId: item.id, revision: 1, reason: "A slip" }, at));
    await withdraw(organizer, { itemId: item.id, revision: 2, reason: "A slip" }, at);
    await refused("not_published", () =>
      withdraw(organizer, { itemId: item.id, revision: 2, reason: "A slip" }, at),
    );
    expect(await readers(item.id)).toEqual([]);
    const kept = await db().select().from(minutesPublications).where(eq(minutesPublications.itemId, item.id));
    expect(kept.map((one) => one.withdrawalReason).toSorted()).toEqual(["", "A slip"]);
  });

  it("not to more than the item's audience, nor at another event, nor of one that is not announced", async () => {
    const item = await makeItem(event.id, { audience: "participants" });
    await write(item.id, 0, "Among us.");
    await publish(organizer, { itemId: item.id, revision: 1 }, at);
    await makeRelease(event.id);
    expect(await readers(item.id)).toEqual(["participant: Among us.", "focal point: Among us."]);
    expect(await readers(item.id, (await makeEvent()).id)).toEqual([]);
    const waiting = await makeParticipation(event, { name: "Waiting", state: "waitlisted" });
    const outside: Actor = { ...participant, participationId: waiting.id };
    expect(await publishedMinutes(outside, { itemId: item.id, eventId: event.id }, at)).toBeUndefined();
    await set(item.id, { audience: "public" });
    await makeRelease(event.id, 1);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await readers(item.id)).toEqual(["participant: Among us."]);
  });

  it("never of a closed item: neither where the release says so, nor where the draft does by now", async () => {
    const closed = await makeItem(event.id, { attribution: "closed" });
    await write(closed.id, 0, "Behind doors.");
    const refusal = await refused("obstacles", () =>
      publish(organizer, { itemId: closed.id, revision: 1 }, at),
    );
    expect(refusal.attached).toEqual(["closed"]);
    await makeRelease(event.id);
    await set(closed.id, { attribution: "on_record" });
    await publish(organizer, { itemId: closed.id, revision: 1 }, at);
    expect(await readers(closed.id)).toEqual([]);
    await makeRelease(event.id, 1);
    expect(await readers(closed.id)).toHaveLength(3);
    await set(closed.id, { attribution: "closed" });
    expect(await readers(closed.id)).toEqual([]);
  });

  it("is refused of an item for organizers alone, and to who may not", async () => {
    const item = await makeItem(event.id, { audience: "organizers" });
    await write(item.id, 0, "Internal.");
    const refusal = await refused("obstacles", () =>
      publish(organizer, { itemId: item.id, revision: 1 }, at),
    );
    expect(refusal.attached).toEqual(["organizers_only"]);
    for (const actor of [editor, protocol, door, focal, participant, stranger]) {
      await refused("not_allowed", () => publish(actor, { itemId: item.id, revision: 1 }, at));
      await refused("not_allowed", () => withdraw(actor, { itemId: item.id, revision: 1, reason: "x" }, at));
    }
    for (const actor of [protocol, door, focal, participant, stranger]) {
      await refused("not_allowed", () => write(item.id, 1, "Mine", actor));
      await refused("not_allowed", () => minutesOf(actor, event.id));
      await refused("not_allowed", () => minutesForEditor(actor, event.id, item.id));
    }
    await refused("not_found", async () => minutesForEditor(editor, (await makeEvent()).id, item.id));
  });
});

import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { AgendaAudience } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { itemDocuments } from "@/db/schema/item-papers";
import { type Actor, nobody } from "@/domain/access/actor";
import { removeItem } from "@/domain/agenda/remove-item";
import { eraseFiles } from "@/domain/files/erase";
import { add } from "@/domain/item-documents/add";
import { change } from "@/domain/item-documents/change";
import { documentsOfItem, papersFor } from "@/domain/item-documents/queries";
import { readDocument } from "@/domain/item-documents/read";
import { remove } from "@/domain/item-documents/remove";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";
import { makeParticipation } from "../mailings/fixture";
import { makeItem, pdf, sent } from "./fixture";

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

const give = async (itemId: string, audience: AgendaAudience = "public", file = pdf()) =>
  add(organizer, { itemId, title: { en: `For ${audience}` }, audience }, file, at);

/** Who can read a document: by its address and in the list, which must be the same people. */
async function readers(id: string, eventId = event.id) {
  const asking: [string, Actor][] = [
    ["public", nobody],
    ["participant", participant],
    ["focal point", focal],
    ["organizer", organizer],
  ];
  const found: string[] = [];
  for (const [name, actor] of asking) {
    const read = await readDocument(actor, { id, eventId }, at).then(
      ({ content }) => content.length > 0,
      (error) => {
        expect(error).toMatchObject({ code: "not_found" });
        return false;
      },
    );
    if (name !== "organizer") {
      const listed = (await papersFor(actor, eventId, at)).flatMap(({ documents }) =>
        documents.map((document) => document.id),
      );
      expect(listed.includes(id), `${name}: list and file agree`).toBe(read);
    }
    if (read) found.push(name);
  }
  return found;
}

const everybody = ["public", "participant", "focal point", "organizer"];

describe("who reads a document", () => {
  it("everybody whom its item is released to, and nobody before", async () => {
    const item = await makeItem(event.id);
    const { id } = await give(item.id);
    expect(await readers(id)).toEqual(["organizer"]);
    await makeRelease(event.id);
    expect(await readers(id)).toEqual(everybody);
    // A release that no longer has the item takes the document along.
    await db().update(agendaItems).set({ audience: "organizers" }).where(eq(agendaItems.id, item.id));
    await makeRelease(event.id, 1);
    expect(await readers(id)).toEqual(["organizer"]);
  });

  it("not more than its own audience, nor than its item's", async () => {
    const open = await makeItem(event.id);
    const inner = await makeItem(event.id, { title: "Among us", audience: "participants" });
    const ids = [
      await give(open.id, "participants"),
      await give(open.id, "organizers"),
      await give(inner.id, "participants"),
    ].map(({ id }) => id);
    await makeRelease(event.id);
    expect(await Promise.all(ids.map((id) => readers(id)))).toEqual([
      everybody.slice(1),
      ["organizer"],
      everybody.slice(1),
    ]);
    await refused("audience_wider", () => give(inner.id, "public"));
  });

  it("a document that is wider than its item became is read by the item's audience", async () => {
    const item = await makeItem(event.id);
    const { id } = await give(item.id);
    await db().update(agendaItems).set({ audience: "participants" }).where(eq(agendaItems.id, item.id));
    await makeRelease(event.id);
    expect(await readers(id)).toEqual(everybody.slice(1));
  });

  it("nobody in public before the event is announced; only who is approved; only at its own event", async () => {
    const item = await makeItem(event.id);
    const { id } = await give(item.id);
    await makeRelease(event.id);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await readers(id)).toEqual(["participant", "organizer"]);
    await db().update(events).set({ announcedAt: at }).where(eq(events.id, event.id));
    const inner = await give(item.id, "participants");
    const waiting = await makeParticipation(event, { name: "Waiting", state: "submitted" });
    for (const actor of [
      { ...participant, participationId: waiting.id },
      { ...focal, organisationId: crypto.randomUUID() },
      door,
    ])
      await refused("not_found", () => readDocument(actor, { id: inner.id, eventId: event.id }, at));
    const other = await makeEvent();
    const guest = await makeParticipation(other, { name: "Elsewhere" });
    const elsewhere: Actor = { kind: "participant", participationId: guest.id, eventId: other.id };
    await refused("not_found", () => readDocument(elsewhere, { id: inner.id, eventId: event.id }, at));
    expect(await readers(id, other.id)).toEqual([]);
  });

  it("nobody once it is removed or its file erased", async () => {
    const item = await makeItem(event.id);
    const [gone, erased] = [await give(item.id), await give(item.id)];
    await makeRelease(event.id);
    await remove(organizer, { id: gone.id, revision: 1 }, at);
    expect(await readers(gone.id)).toEqual([]);
    const [row] = await db().select().from(itemDocuments).where(eq(itemDocuments.id, gone.id));
    const [file] = await db()
      .select()
      .from(files)
      .where(eq(files.id, row?.fileId ?? ""));
    expect(file).toMatchObject({ content: null, name: "" });
    expect(row).toMatchObject({ removedAt: at, removedByName: organizer.name });
    const [other] = await db().select().from(itemDocuments).where(eq(itemDocuments.id, erased.id));
    await db().transaction((tx) => eraseFiles(tx, [other?.fileId ?? ""], at));
    expect(await readers(erased.id)).toEqual([]);
    expect(await documentsOfItem(organizer, item.id)).toMatchObject([{ id: erased.id, erasedAt: at }]);
  });
});

describe("adding and changing documents", () => {
  it("takes documents by what they are, and keeps their names", async () => {
    const item = await makeItem(event.id);
    await give(item.id, "public", sent("dir/Tal – åäö.txt", "Herr talman, å ä ö."));
    const [document] = await documentsOfItem(organizer, item.id);
    expect(document).toMatchObject({ name: "Tal – åäö.txt", contentType: "text/plain" });
    await refused("document_type", () =>
      give(item.id, "public", sent("x.pdf", "MZ\u0000\u0001 a programme")),
    );
    await refused("document_type", () =>
      give(item.id, "public", sent("x.gif", "GIF89a\u0001\u0000\u0001\u0000")),
    );
    await refused("file_missing", () => give(item.id, "public", sent("x.txt", "")));
    await refused("file_too_large", () => give(item.id, "public", sent("x.txt", "x".repeat(5_000_001))));
    expect(await documentsOfItem(organizer, item.id)).toHaveLength(1);
  });

  it("of two who change one at once, one is refused with both texts", async () => {
    const item = await makeItem(event.id, { audience: "participants" });
    const { id } = await give(item.id, "organizers");
    const to = (audience: AgendaAudience, en: string) => ({ id, revision: 1, title: { en }, audience });
    await change(organizer, to("participants", "Theirs"), at);
    const refusal = await refused("stale", () => change(organizer, to("organizers", "Mine"), at));
    expect(refusal.attached).toEqual({
      theirs: { revision: 2, title: { en: "Theirs" }, audience: "participants" },
    });
    await refused("stale", () => remove(organizer, { id, revision: 1 }, at));
    await refused("audience_wider", () => change(organizer, { ...to("public", "Wider"), revision: 2 }, at));
  });

  it("keeps an item that has documents, and lets one go whose documents were removed", async () => {
    const item = await makeItem(event.id);
    const { id } = await give(item.id);
    const gone = { id: item.id, revision: item.revision };
    await refused("item_has_papers", () => removeItem(organizer, gone, at));
    await remove(organizer, { id, revision: 1 }, at);
    await removeItem(organizer, gone, at);
  });

  it("is refused to who may not", async () => {
    const item = await makeItem(event.id);
    const { id } = await give(item.id);
    for (const actor of [editor, protocol, door, focal, participant, stranger]) {
      const facts = { title: { en: "A" }, audience: "public" as const };
      await refused("not_allowed", () => add(actor, { itemId: item.id, ...facts }, pdf(), at));
      await refused("not_allowed", () => change(actor, { id, revision: 1, ...facts }, at));
      await refused("not_allowed", () => remove(actor, { id, revision: 1 }, at));
    }
    for (const actor of [door, focal, participant, stranger])
      await refused("not_allowed", () => documentsOfItem(actor, item.id));
    expect((await readDocument(editor, { id, eventId: event.id }, at)).content.length).toBeGreaterThan(0);
  });
});

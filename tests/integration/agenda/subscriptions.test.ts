import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import { events } from "@/db/schema/events";
import { addItem } from "@/domain/agenda/add-item";
import { removeItem } from "@/domain/agenda/remove-item";
import { starredAgenda } from "@/domain/agenda-subscriptions/queries";
import { revoke } from "@/domain/agenda-subscriptions/revoke";
import { starsKeptDays } from "@/domain/agenda-subscriptions/rules";
import { save } from "@/domain/agenda-subscriptions/save";
import { star } from "@/domain/agenda-subscriptions/star";
import { dueForErasure } from "@/domain/privacy/queries";
import { retain } from "@/domain/privacy/retain";
import { house, organizer, stranger, user } from "../../support/actors";
import { agendaItem } from "../../support/agenda-item";
import { at, makeEvent, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
let [first, second, unreleased] = ["", "", ""];
beforeEach(async () => {
  event = await makeEvent();
  const add = async (title: string) =>
    (await addItem(organizer, agendaItem(event.id, { title: { en: title } }), at)).id;
  [first, second] = [await add("First"), await add("Second")];
  await makeRelease(event.id);
  unreleased = await add("Unreleased");
});

const saved = (items: string[]) => save(stranger, { event: event.slug, items }, at);
const titles = async (token: string, when = at) =>
  (await starredAgenda(event.slug, token, when))?.agenda.items.map((item) => item.title.en);
const rows = () => db().select().from(agendaSubscriptions).where(eq(agendaSubscriptions.eventId, event.id));

describe("stars behind a private link", () => {
  it("are of released items alone, under a hash, with nobody's name", async () => {
    const { token, items } = await saved([first, unreleased, first]);
    expect(items).toEqual([first]);
    expect(await titles(token)).toEqual(["First"]);
    const [row] = await rows();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      "createdAt",
      "eventId",
      "id",
      "itemIds",
      "lastUsedOn",
      "revokedAt",
      "tokenHash",
    ]);
    await star(stranger, { link: token, items: [unreleased], starred: "yes" }, at);
    expect(await titles(token)).toEqual(["First"]);
    expect(await titles("another-token")).toBeUndefined();
    expect(await starredAgenda((await makeEvent()).slug, token, at)).toBeUndefined();
  });

  it("keep what two devices do at once, and take a star away again", async () => {
    const { token } = await saved([]);
    await Promise.all(
      [first, second].map((id) => star(stranger, { link: token, items: [id], starred: "yes" }, at)),
    );
    expect((await titles(token))?.toSorted()).toEqual(["First", "Second"]);
    await star(stranger, { link: token, items: [first], starred: "no" }, at);
    expect(await titles(token)).toEqual(["Second"]);
  });

  it("follow the releases: what is taken off the agenda is cancelled", async () => {
    const { token } = await saved([first]);
    await removeItem(organizer, { id: first, revision: 1 }, at);
    await makeRelease(event.id, 1);
    const kept = await starredAgenda(event.slug, token, at);
    expect(kept?.agenda.items).toEqual([]);
    expect(kept?.agenda.cancelled.map((item) => item.id)).toEqual([first]);
  });

  it("are gone once the link is revoked, for everybody and at once", async () => {
    const { token } = await saved([first]);
    await revoke(stranger, { link: token }, at);
    expect(await starredAgenda(event.slug, token, at)).toMatchObject({
      revoked: true,
      agenda: { items: [], cancelled: [] },
    });
    expect((await rows())[0]).toMatchObject({ itemIds: [], revokedAt: at });
    await refused("not_found", () => revoke(stranger, { link: token }, at));
    await refused("not_found", () => star(stranger, { link: token, items: [first], starred: "yes" }, at));
  });

  it("are of public events alone, and not of those long over", async () => {
    const { token } = await saved([first]);
    const later = new Date(event.endsAt.getTime() + starsKeptDays * 86_400_000);
    await refused("event_over", () => save(stranger, { event: event.slug, items: [first] }, later));
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    await refused("not_found", () => saved([first]));
    expect(await starredAgenda(event.slug, token, at)).toBeUndefined();
    await refused("not_found", () => star(stranger, { link: token, items: [second], starred: "yes" }, at));
    await refused("not_allowed", () =>
      save({ kind: "invitee", invitationId: "x", eventId: event.id }, { event: event.slug, items: [] }, at),
    );
  });

  it("keep the day of the last request, and are erased a month after the event", async () => {
    const { token } = await saved([first]);
    await titles(token, new Date("2026-05-05T23:00:00Z"));
    expect((await rows())[0]?.lastUsedOn).toBe("2026-05-05");
    const due = async (days: number) =>
      (await dueForErasure(user("admin"), new Date(event.endsAt.getTime() + days * 86_400_000)))
        .filter((row) => row.eventId === event.id)
        .map((row) => row.kind);
    expect(await due(starsKeptDays - 1)).toEqual([]);
    expect(await due(starsKeptDays)).toEqual(["stars"]);
    await retain(house, { dryRun: false }, new Date(event.endsAt.getTime() + starsKeptDays * 86_400_000));
    expect(await rows()).toEqual([]);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { Localized } from "@/db/enums";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { participantLists } from "@/db/schema/lists";
import { participations } from "@/db/schema/participations";
import { publishList } from "@/domain/participant-lists/publish";
import {
  eventsWithPublicList,
  listForOrganizer,
  publicList,
  publicListSize,
} from "@/domain/participant-lists/queries";
import { withdrawList } from "@/domain/participant-lists/withdraw";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
});

let n = 0;
async function someone(facts: Partial<typeof participations.$inferInsert> = {}) {
  const [row] = await db()
    .insert(participations)
    .values({
      eventId: event.id,
      name: `Person ${++n}`,
      email: `listed-${n}@example.org`,
      state: "approved",
      seatPool: "open",
      listingConsentedAt: at,
      locale: "en",
      source: "registration",
      ...facts,
    })
    .returning();
  if (!row) throw new Error("nobody");
  return row;
}

async function publish(actor = organizer, note: Localized = {}) {
  const { digest } = await listForOrganizer(organizer, event.id);
  return publishList(actor, { eventId: event.id, seen: digest, note }, at);
}
const change = (id: string, facts: Partial<typeof participations.$inferInsert>) =>
  db().update(participations).set(facts).where(eq(participations.id, id));
const publicNames = async (number?: number) =>
  (await publicList(event.id, at, number))?.entries.map((entry) => entry.name);

describe("publishing the list of participants", () => {
  it("names those who come and agreed, as a numbered version that stays as it was", async () => {
    const works = await makeOrganisation();
    const one = await someone({ name: "Anna Ek", courtesyTitle: "H.E.", organisationId: works.id });
    await someone({ name: "Silent", listingConsentedAt: null });
    await someone({ name: "Waiting", state: "waitlisted", seatPool: null });
    await someone({ name: "Gone", erasedAt: at });
    expect(await publicList(event.id, at)).toBeUndefined();
    expect(await publish(organizer, { en: "Provisional", sv: "Preliminär" })).toEqual({
      number: 1,
      entries: 1,
    });
    expect(await publicList(event.id, at)).toEqual({
      number: 1,
      publishedAt: at,
      note: { en: "Provisional", sv: "Preliminär" },
      entries: [
        {
          participationId: one.id,
          courtesyTitle: "H.E.",
          name: "Anna Ek",
          familyName: "",
          functionalTitle: "",
          class: "delegate",
          organisation: { en: "Test Works" },
          organisationKind: "company",
          country: null,
        },
      ],
      versions: [{ number: 1, publishedAt: at }],
    });
    await change(one.id, { name: "Anna Alm" });
    await someone({ name: "Late" });
    expect(await publicNames()).toEqual(["Anna Ek"]);
    expect(await publish()).toEqual({ number: 2, entries: 2 });
    expect(await publicNames()).toEqual(["Anna Alm", "Late"]);
    expect(await publicNames(1)).toEqual(["Anna Ek"]);
    expect(await publicNames(2)).toEqual(["Anna Alm", "Late"]);
    expect(await publicNames(3)).toBeUndefined();
    expect(await publicListSize(event.id, at)).toEqual({ publishedAt: at, entries: 2 });
    expect(await eventsWithPublicList(at)).toContain(event.slug);
  });

  it("says in history how many, and no name", async () => {
    await someone({ name: "Anna Ek" });
    await publish();
    const deeds = await db().select().from(history).where(eq(history.eventId, event.id));
    expect(deeds.map((deed) => [deed.action, deed.subjectKind, deed.details])).toEqual([
      ["participant-list.publish", "participant_list", { number: 1, entries: 1 }],
    ]);
  });

  it("is refused where it is not what was seen", async () => {
    const one = await someone();
    const { digest } = await listForOrganizer(organizer, event.id);
    const seen = { eventId: event.id, seen: digest, note: {} };
    await change(one.id, { functionalTitle: "Minister" });
    await refused("list_changed", () => publishList(organizer, seen, at));
    await change(one.id, { functionalTitle: "" });
    await someone({ name: "New" });
    await refused("list_changed", () => publishList(organizer, seen, at));
    expect(await db().select().from(participantLists).where(eq(participantLists.eventId, event.id))).toEqual(
      [],
    );
  });

  it("is refused where the event is not public, nobody agreed, or nothing changed", async () => {
    expect((await refused("obstacles", () => publish())).attached).toEqual(["nobody"]);
    await someone();
    await publish();
    expect((await refused("obstacles", () => publish())).attached).toEqual(["no_changes"]);
    event = await makeEvent({ announcedAt: null });
    await someone();
    expect((await refused("obstacles", () => publish())).attached).toEqual(["not_announced"]);
  });

  it("is for organizers alone, and so is seeing what would be published", async () => {
    await someone();
    for (const actor of [user("protocol"), editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => publish(actor as typeof organizer));
      await refused("not_allowed", () => listForOrganizer(actor, event.id));
    }
    await refused("not_found", () =>
      publishList(organizer, { eventId: crypto.randomUUID(), seen: "0".repeat(64), note: {} }, at),
    );
  });

  it("numbers two that are published at once one after the other, and refuses the second as unchanged", async () => {
    await someone();
    const both = await Promise.allSettled([publish(), publish()]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await listForOrganizer(organizer, event.id)).versions.map((one) => one.number)).toEqual([1]);
  });
});

describe("a published list", () => {
  it("forgets at once, in every version, who takes back their consent or is erased; not who stays away", async () => {
    const [one, two, three, four] = [await someone(), await someone(), await someone(), await someone()];
    await publish();
    await someone();
    await publish();
    await change(one.id, { listingConsentedAt: null });
    await change(two.id, { erasedAt: at });
    await change(three.id, { state: "withdrawn", seatPool: null });
    expect(await publicNames(1)).toEqual([three.name, four.name]);
    expect(await publicNames(2)).toHaveLength(3);
    expect((await publicListSize(event.id, at))?.entries).toBe(3);
    await db().delete(participations).where(eq(participations.id, four.id));
    expect(await publicNames(1)).toEqual([three.name]);
  });

  it("is read by nobody before the event is announced", async () => {
    await someone();
    await publish();
    for (const announcedAt of [null, new Date(at.getTime() + 1000)]) {
      await db().update(events).set({ announcedAt }).where(eq(events.id, event.id));
      expect(await publicList(event.id, at)).toBeUndefined();
      expect(await publicList(event.id, at, 1)).toBeUndefined();
      expect(await publicListSize(event.id, at)).toBeUndefined();
      expect(await eventsWithPublicList(at)).not.toContain(event.slug);
    }
  });

  it("is taken back with all its versions, and counts on", async () => {
    await someone();
    await publish();
    await someone();
    await publish();
    const input = { eventId: event.id, reason: "A name is wrong." };
    for (const actor of [user("protocol"), editor, door, stranger])
      await refused("not_allowed", () => withdrawList(actor, input, at));
    expect(await withdrawList(organizer, input, at)).toEqual({ versions: 2 });
    for (const number of [undefined, 1, 2]) expect(await publicList(event.id, at, number)).toBeUndefined();
    expect(await publicListSize(event.id, at)).toBeUndefined();
    await refused("not_published", () => withdrawList(organizer, input, at));
    const deeds = await db().select().from(history).where(eq(history.action, "participant-list.withdraw"));
    expect(deeds.at(-1)).toMatchObject({ reason: "A name is wrong.", details: { versions: 2 } });
    // The same people may be published again: nothing of theirs is public.
    expect(await publish()).toEqual({ number: 3, entries: 2 });
    expect((await publicList(event.id, at))?.versions.map((one) => one.number)).toEqual([3]);
  });

  it("shows the secretariat who a new version would add and remove", async () => {
    const one = await someone();
    await publish();
    await change(one.id, { state: "withdrawn", seatPool: null });
    const two = await someone();
    const seen = await listForOrganizer(organizer, event.id);
    expect(seen.entries.map((entry) => entry.participationId)).toEqual([two.id]);
    expect(seen.last?.map((entry) => entry.participationId)).toEqual([one.id]);
    expect(seen.versions).toMatchObject([{ number: 1, size: 1, withdrawnAt: null }]);
  });
});

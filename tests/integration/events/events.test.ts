import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { AgendaRole } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { appointments, offices, people } from "@/db/schema/people";
import { addItem } from "@/domain/agenda/add-item";
import { editItem } from "@/domain/agenda/edit-item";
import type { AgendaItemInput } from "@/domain/agenda/input";
import { publicAgenda } from "@/domain/agenda/public";
import { removeItem } from "@/domain/agenda/remove-item";
import { announce } from "@/domain/events/announce";
import { cancel } from "@/domain/events/cancel";
import { conclude } from "@/domain/events/conclude";
import { create } from "@/domain/events/create";
import { edit } from "@/domain/events/edit";
import { type EventInput, eventInput } from "@/domain/events/input";
import { eventForOrganizer, formValuesOf, listEvents } from "@/domain/events/organizer-queries";
import {
  allPublicEvents,
  nextPublicEvent,
  openEvents,
  publicEvent,
  publicEvents,
} from "@/domain/events/queries";
import { register } from "@/domain/participations/register";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, makeRelease, registration } from "../../support/make";
import { refused } from "../../support/refused";

let host: Awaited<ReturnType<typeof makeOrganisation>>;
beforeAll(async () => {
  await makeGroup();
  host = await makeOrganisation("Host");
});
let made = 0;

function facts(more: Partial<EventInput> = {}): EventInput {
  return {
    ...eventInput.parse({
      kind: "dialogue",
      title: { en: "A dialogue", sv: "En dialog" },
      slug: `dialogue-${++made}`,
      startsAt: "2026-06-10T09:00",
      endsAt: "2026-06-10T17:00",
      zone: "Asia/Kolkata",
      format: "in_person",
      city: { en: "New Delhi", sv: "" },
      country: "IN",
      hosts: [{ organisationId: host.id, role: "host" }],
      registrationPolicy: "open",
      capacity: "2",
    }),
    ...more,
  };
}

const row = async (id: string) => (await db().select().from(events).where(eq(events.id, id)))[0];

describe("scheduling", () => {
  it("keeps instants from times local to the zone, and hosts in order; nothing of it is public", async () => {
    const input = facts();
    const { id } = await create(organizer, input, at);
    expect((await row(id))?.startsAt.toISOString()).toBe("2026-06-10T03:30:00.000Z");
    const event = await eventForOrganizer(organizer, id);
    expect(event.hosts.map((one) => one.organisationId)).toEqual([host.id]);
    expect(formValuesOf(event).startsAt).toBe("2026-06-10T09:00");
    expect(await publicEvent(input.slug, at)).toBeUndefined();
    expect((await allPublicEvents(at)).map((one) => one.id)).not.toContain(id);
    expect((await openEvents(at)).map((one) => one.id)).not.toContain(id);
  });

  it("is refused to who may not, for a taken address, and for an unknown host", async () => {
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => create(actor, facts(), at));
    }
    const taken = facts();
    await create(organizer, taken, at);
    await refused("slug_taken", () => create(organizer, facts({ slug: taken.slug }), at));
    const unknown = facts({ hosts: [{ organisationId: crypto.randomUUID(), role: "host" }] });
    await refused("no_such_organisation", () => create(organizer, unknown, at));
    expect(
      (await listEvents(organizer, { q: unknown.slug, when: "all", sort: "starts", page: 1 }, at)).total,
    ).toBe(0);
  });
});

describe("announcing", () => {
  it("makes it public from then on", async () => {
    const input = facts();
    const { id } = await create(organizer, input, at);
    await announce(organizer, { id, revision: 1 }, at);
    expect(await publicEvent(input.slug, new Date(at.getTime() - 1))).toBeUndefined();
    expect((await publicEvent(input.slug, at))?.hosts).toHaveLength(1);
    expect((await publicEvents(at, "upcoming")).map((one) => one.id)).toContain(id);
    expect((await nextPublicEvent(at))?.startsAt).toBeDefined();
    await refused("already_announced", () => announce(organizer, { id, revision: 2 }, at));
  });

  it("is refused while something stands in the way, stale, or to who may not", async () => {
    const { id } = await create(organizer, facts({ hosts: [], city: {} }), at);
    expect((await refused("obstacles", () => announce(organizer, { id, revision: 1 }, at))).attached).toEqual(
      ["no_place", "no_host"],
    );
    await refused("stale", () => announce(organizer, { id, revision: 7 }, at));
    await refused("not_allowed", () => announce(editor, { id, revision: 1 }, at));
    await refused("not_found", () => announce(organizer, { id: crypto.randomUUID(), revision: 1 }, at));
  });
});

describe("changing", () => {
  it("tells participants of a move with a higher SEQUENCE and the same UID, once", async () => {
    const event = await makeEvent({ capacity: 5 });
    await register(stranger, registration(event.slug), at);
    const [first] = await db().select().from(mails).where(eq(mails.eventId, event.id));
    const input = facts({
      slug: event.slug,
      startsAt: "2026-06-12T09:00",
      endsAt: "2026-06-12T17:00",
      capacity: 5,
    });
    await edit(organizer, { ...input, id: event.id, revision: 1 }, at);
    const letters = await db()
      .select()
      .from(mails)
      .where(eq(mails.eventId, event.id))
      .orderBy(desc(mails.createdAt));
    const moved = letters.find((letter) => letter.template === "participation-moved");
    const calendar = (letter: typeof moved) => letter?.attachments[0]?.content ?? "";
    const field = (name: string, ics: string) => new RegExp(`^${name}:(.*)$`, "m").exec(ics)?.[1]?.trim();
    expect(field("UID", calendar(moved))).toBe(field("UID", calendar(first)));
    expect(Number(field("SEQUENCE", calendar(moved)))).toBeGreaterThan(
      Number(field("SEQUENCE", calendar(first))),
    );
    expect(field("DTSTART", calendar(moved))).toBe("20260612T033000Z");
    expect(letters).toHaveLength(2);
    await edit(organizer, { ...input, summary: { en: "Only words" }, id: event.id, revision: 2 }, at);
    expect(await db().select().from(mails).where(eq(mails.eventId, event.id))).toHaveLength(2);
  });

  it("moves the waiting list up where it gains seats, and refuses fewer than are held", async () => {
    const event = await makeEvent({ capacity: 1 });
    for (const n of [1, 2, 3]) await register(stranger, registration(event.slug, n), at);
    const same = {
      ...facts({
        slug: event.slug,
        zone: "Europe/Stockholm",
        startsAt: "2026-06-10T09:00",
        endsAt: "2026-06-11T17:00",
      }),
      id: event.id,
    };
    await edit(organizer, { ...same, capacity: 2, revision: 1 }, at);
    const states = async () =>
      (
        await db()
          .select()
          .from(participations)
          .where(eq(participations.eventId, event.id))
          .orderBy(participations.arrival)
      ).map((one) => one.state);
    expect(await states()).toEqual(["approved", "approved", "waitlisted"]);
    const error = await refused("fewer_seats_than_taken", () =>
      edit(organizer, { ...same, capacity: 1, revision: 2 }, at),
    );
    expect(error.details).toEqual({ capacity: 1, taken: 2 });
    await edit(organizer, { ...same, capacity: null, revision: 2 }, at);
    expect(await states()).toEqual(["approved", "approved", "approved"]);
  });

  it("refuses a stale change with theirs, and of two at once exactly one wins", async () => {
    const event = await makeEvent();
    const input = { ...facts({ slug: event.slug }), id: event.id, revision: 1 };
    const both = await Promise.allSettled([edit(organizer, input, at), edit(organizer, input, at)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await refused("stale", () => edit(organizer, input, at))).attached).toMatchObject({
      theirs: { revision: 2 },
    });
    await refused("not_allowed", () => edit(editor, { ...input, revision: 2 }, at));
  });
});

describe("cancelling and concluding", () => {
  it("tells everyone who is coming or waiting, with the reason and a CANCEL for those with a seat", async () => {
    const event = await makeEvent({ capacity: 1 });
    for (const n of [1, 2]) await register(stranger, registration(event.slug, n), at);
    await refused("not_allowed", () => cancel(editor, { id: event.id, revision: 1, reason: "Storm" }, at));
    await refused("stale", () => cancel(organizer, { id: event.id, revision: 9, reason: "Storm" }, at));
    expect(await cancel(organizer, { id: event.id, revision: 1, reason: "Storm" }, at)).toMatchObject({
      told: 2,
    });
    const letters = (await db().select().from(mails).where(eq(mails.eventId, event.id))).filter(
      (one) => one.template === "participation-cancelled",
    );
    expect(letters.map((one) => one.text.includes("Storm"))).toEqual([true, true]);
    expect(
      letters
        .flatMap((one) => one.attachments)
        .map((file) => /METHOD:CANCEL[\s\S]*STATUS:CANCELLED/.test(file.content)),
    ).toEqual([true]);
    expect((await publicEvent(event.slug, at))?.cancellationReason).toBe("Storm");
    await refused("event_cancelled", () =>
      cancel(organizer, { id: event.id, revision: 2, reason: "Again" }, at),
    );
    await refused("event_cancelled", () =>
      edit(organizer, { ...facts({ slug: event.slug }), id: event.id, revision: 2 }, at),
    );
    await refused("registration_cancelled", () => register(stranger, registration(event.slug, 3), at));
  });

  it("concludes only what has ended", async () => {
    const event = await makeEvent();
    await refused("not_ended", () => conclude(organizer, { id: event.id, revision: 1 }, at));
    await refused("not_allowed", () => conclude(door, { id: event.id, revision: 1 }, at));
    await conclude(organizer, { id: event.id, revision: 1 }, new Date("2026-06-12T00:00:00Z"));
    await refused("event_concluded", () => cancel(organizer, { id: event.id, revision: 2, reason: "x" }, at));
  });
});

describe("the agenda", () => {
  const part = (personId: string, role: AgendaRole) => ({
    personId,
    role,
    confirmation: "confirmed" as const,
    presence: "in_person" as const,
    onBehalfOf: null,
  });
  const item = (eventId: string, more = {}) => ({
    eventId,
    kind: "plenary" as const,
    title: { en: "Opening" },
    abstract: {},
    roomId: null,
    plannedMinutes: 30,
    audience: "public" as const,
    attribution: "on_record" as const,
    languages: [],
    expected: null,
    startsAt: "2026-06-10T09:00",
    endsAt: "2026-06-10T10:00",
    people: [] as AgendaItemInput["people"],
    ...more,
  });

  it("names in public who agreed or is in office, with the title of that day, and never an internal hold", async () => {
    const event = await makeEvent();
    const rows = await db()
      .insert(people)
      .values([
        { name: "In Office", sortName: "Office In" },
        { name: "Was In Office", sortName: "Office Was" },
        { name: "Has Agreed", sortName: "Agreed", namingConsentedAt: at },
        { name: "Nobody Asked", sortName: "Asked" },
      ])
      .returning();
    const [office] = await db()
      .insert(offices)
      .values({ title: { en: "Minister" } })
      .returning();
    const held = (index: number, toOn: string | null) => ({
      personId: rows[index]?.id ?? "",
      officeId: office?.id ?? "",
      fromOn: "2020-01-01",
      toOn,
    });
    await db()
      .insert(appointments)
      .values([held(0, null), held(1, "2026-06-10")]);
    await addItem(organizer, item(event.id, { people: rows.map((one) => part(one.id, "speaker")) }), at);
    await addItem(
      organizer,
      item(event.id, {
        kind: "hold",
        title: { en: "Security sweep" },
        startsAt: "2026-06-10T07:00",
        endsAt: "2026-06-10T08:00",
      }),
      at,
    );
    expect(await publicAgenda(event.id, at)).toEqual([]);
    await makeRelease(event.id);
    const agenda = await publicAgenda(event.id, at);
    expect(agenda).toHaveLength(1);
    expect(agenda[0]?.people.map((one) => [one.name, one.title?.en])).toEqual([
      ["In Office", "Minister"],
      ["Has Agreed", undefined],
    ]);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await publicAgenda(event.id, at)).toEqual([]);
  });

  it("is changed on a revision, and refused to who may not, at times that do not exist, with unknown people", async () => {
    const event = await makeEvent();
    const { id } = await addItem(organizer, item(event.id), at);
    // A form that is sent twice adds one item.
    await refused("item_known", () => addItem(organizer, item(event.id), at));
    expect(await editItem(organizer, { ...item(event.id), id, revision: 1, expected: 40 }, at)).toEqual({
      revision: 2,
    });
    await refused("stale", () => editItem(organizer, { ...item(event.id), id, revision: 1 }, at));
    await refused("not_allowed", () => addItem(editor, item(event.id), at));
    await refused("time_skipped", () =>
      addItem(organizer, item(event.id, { startsAt: "2026-03-29T02:30", endsAt: "2026-03-29T04:00" }), at),
    );
    await refused("time_twice", () =>
      addItem(organizer, item(event.id, { startsAt: "2026-10-25T02:30", endsAt: "2026-10-25T04:00" }), at),
    );
    await refused("no_such_person", () =>
      addItem(
        organizer,
        item(event.id, { title: { en: "Panel" }, people: [part(crypto.randomUUID(), "chair")] }),
        at,
      ),
    );
    await refused("not_allowed", () => removeItem(door, { id, revision: 2 }, at));
    await refused("stale", () => removeItem(organizer, { id, revision: 1 }, at));
    await removeItem(organizer, { id, revision: 2 }, at);
    expect(await db().select().from(agendaItems).where(eq(agendaItems.eventId, event.id))).toEqual([]);
  });
});

import { asc, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItems, agendaReleases, availabilities } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { people } from "@/db/schema/people";
import { addItem } from "@/domain/agenda/add-item";
import { editItem } from "@/domain/agenda/edit-item";
import { type AgendaItemInput, agendaItemInput } from "@/domain/agenda/input";
import { nextRelease, releasesOf } from "@/domain/agenda/organizer-releases";
import { agendaForParticipants } from "@/domain/agenda/participants";
import { publicChangelog, publicRelease } from "@/domain/agenda/public-releases";
import { release } from "@/domain/agenda/release";
import { releaseAgain } from "@/domain/agenda/release-again";
import { removeItem } from "@/domain/agenda/remove-item";
import { setChecks } from "@/domain/agenda/set-checks";
import { tellRelease } from "@/domain/agenda/tell-release";
import { edit } from "@/domain/events/edit";
import { editEventInput } from "@/domain/events/input";
import { eventForOrganizer, formValuesOf } from "@/domain/events/organizer-queries";
import { Refusal } from "@/lib/refusal";
import { editor, focalPoint, house, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
});

let made = 0;
async function person(name: string, more: Partial<typeof people.$inferInsert> = {}) {
  const email = `p${++made}@example.org`;
  const [row] = await db()
    .insert(people)
    .values({ name, sortName: name, email, namingConsentedAt: at, ...more })
    .returning();
  if (!row) throw new Error("no person");
  return row;
}

type Sent = Record<string, unknown>;
const input = (more: Sent = {}): AgendaItemInput =>
  agendaItemInput.parse({
    eventId: event.id,
    kind: "panel",
    title: { en: `Item ${++made}`, sv: "" },
    startsAt: "2026-06-10T10:00",
    endsAt: "2026-06-10T11:00",
    ...more,
  });
const speaking = (personId: string, more: Sent = {}) => ({ personId, role: "speaker", ...more });
const add = async (more: Sent = {}) => {
  const sent = input(more);
  const { id } = await addItem(organizer, sent, at);
  return { ...sent, id };
};
const told = async (id: string, when = at) => {
  await tellRelease(house, { id }, when);
  return db().select().from(mails).where(eq(mails.aboutId, id)).orderBy(asc(mails.toName));
};
const names = (letters: { toName: string }[]) => letters.map((letter) => letter.toName);
const count = async () =>
  (await db().select().from(agendaReleases).where(eq(agendaReleases.eventId, event.id))).length;

describe("releasing", () => {
  it("lets exactly one of two at once win; the other is stale", async () => {
    await add();
    const both = await Promise.allSettled([makeRelease(event.id), makeRelease(event.id)]);
    const lost = both.find((one) => one.status === "rejected");
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toBeInstanceOf(Refusal);
    expect(lost?.reason.code).toBe("stale");
    expect(await count()).toBe(1);
  });

  it("is refused where the draft changed since it was looked at, where nothing changed, and to who may not", async () => {
    await add();
    const { seen, after, changes } = await nextRelease(organizer, event.id);
    expect(changes.map((one) => one.kinds)).toEqual([["new"]]);
    await add({ startsAt: "2026-06-10T12:00", endsAt: "2026-06-10T13:00" });
    await refused("stale", () => release(organizer, { eventId: event.id, after, note: {}, seen }, at));
    await refused("not_allowed", () => release(editor, { eventId: event.id, after, note: {} }, at));
    const fresh = await nextRelease(organizer, event.id);
    await release(organizer, { eventId: event.id, after, note: {}, seen: fresh.seen }, at);
    await refused("nothing_to_release", () => makeRelease(event.id, 1));
  });

  it("is held back by the findings that are marked, and only by them", async () => {
    const p = await person("Busy");
    await add({ people: [speaking(p.id)] });
    await add({ people: [speaking(p.id)], startsAt: "2026-06-10T10:30", endsAt: "2026-06-10T11:30" });
    expect((await refused("obstacles", () => makeRelease(event.id))).attached).toEqual(["person"]);
    const checks = { id: event.id, revision: 1, walkingMinutes: 5, hardFindings: ["room" as const] };
    await refused("not_allowed", () => setChecks(editor, checks, at));
    await setChecks(organizer, checks, at);
    await refused("stale", () => setChecks(organizer, checks, at));
    expect(await makeRelease(event.id)).toMatchObject({ number: 1 });
  });

  it("goes back to an earlier release under a new number, and leaves the draft", async () => {
    const first = await add();
    await makeRelease(event.id);
    await removeItem(organizer, { id: first.id, revision: 1 }, at);
    const second = await add();
    await makeRelease(event.id, 1);
    const again = { eventId: event.id, after: 2, number: 1, note: { en: "Back" } };
    await refused("not_allowed", () => releaseAgain(stranger, again, at));
    await refused("stale", () => releaseAgain(organizer, { ...again, after: 1 }, at));
    await refused("not_found", () => releaseAgain(organizer, { ...again, number: 9 }, at));
    expect(await releaseAgain(organizer, again, at)).toMatchObject({ number: 3 });
    const now = await publicRelease(event.id, at);
    expect(now?.items.map((item) => [item.id, item.mark, item.sequence])).toEqual([[first.id, "new", 2]]);
    expect(await db().select().from(agendaItems).where(eq(agendaItems.eventId, event.id))).toHaveLength(1);
    const [third, before] = await releasesOf(organizer, event.id);
    expect(third).toMatchObject({
      number: 3,
      againOf: 1,
      back: [],
      changed: [
        ["new", 1],
        ["cancelled", 1],
      ],
    });
    expect(before?.back).toEqual([
      ["new", 1],
      ["cancelled", 1],
    ]);
    expect((await publicRelease(event.id, at, 2))?.items.map((item) => item.id)).toEqual([second.id]);
    await refused("nothing_to_release", () => releaseAgain(organizer, { ...again, after: 3 }, at));
  });
});

describe("telling of a release", () => {
  it("reaches exactly those whose part is new, moved or gone, once, also when it is told again", async () => {
    const [moved, still, gone, joins] = [
      await person("B moved"),
      await person("C still"),
      await person("D gone"),
      await person("A joins"),
    ];
    const silent = await person("E without address", { email: null });
    const a = await add({ people: [speaking(moved.id), speaking(silent.id)] });
    const later = { startsAt: "2026-06-10T12:00", endsAt: "2026-06-10T13:00" };
    const b = await add({ people: [speaking(still.id), speaking(gone.id)], ...later });
    const first = await makeRelease(event.id);
    expect(names(await told(first.id))).toEqual(["B moved", "C still", "D gone"]);
    await editItem(organizer, { ...a, revision: 1, endsAt: "2026-06-10T11:30" }, at);
    const other = input({
      ...b,
      title: { en: "Better words", sv: "" },
      people: [speaking(still.id), speaking(joins.id)],
    });
    await editItem(organizer, { ...other, id: b.id, revision: 1 }, at);
    const second = await makeRelease(event.id, 1);
    const letters = await told(second.id);
    expect(names(letters)).toEqual(["A joins", "B moved", "D gone"]);
    expect(await told(second.id)).toEqual(letters);
    expect(letters.map((letter) => letter.attachments[0]?.contentType.split("method=")[1])).toEqual([
      "REQUEST",
      "REQUEST",
      "CANCEL",
    ]);
    expect(await tellRelease(house, { id: second.id }, at)).toBe(0);
    await refused("not_allowed", () => tellRelease(organizer, { id: second.id }, at));
  });

  it("writes to the address and in the language of the participation, where there is one", async () => {
    const p = await person("Åsa");
    await db().insert(participations).values({
      eventId: event.id,
      personId: p.id,
      name: "Åsa",
      email: "asa.at.event@example.org",
      state: "submitted",
      locale: "sv",
      source: "registration",
    });
    await add({ people: [speaking(p.id)] });
    const [letter] = await told((await makeRelease(event.id)).id);
    expect(letter).toMatchObject({ toAddress: "asa.at.event@example.org", locale: "sv" });
    expect(letter?.subject).toContain("Dagordningen");
  });

  it("tells nobody of an event that is not announced or is cancelled, and all of their part once it is", async () => {
    event = await makeEvent({ announcedAt: null });
    const p = await person("Patient");
    await add({ people: [speaking(p.id)] });
    const earlier = new Date(at.getTime() - 1000);
    const first = await release(organizer, { eventId: event.id, after: 0, note: {} }, earlier);
    expect(await told(first.id)).toEqual([]);
    await db().update(events).set({ announcedAt: at }).where(eq(events.id, event.id));
    const later = new Date(at.getTime() + 1000);
    await add({ startsAt: "2026-06-10T14:00", endsAt: "2026-06-10T15:00" });
    const second = await release(organizer, { eventId: event.id, after: 1, note: {} }, later);
    expect(names(await told(second.id, later))).toEqual(["Patient"]);
    await add({ people: [speaking(p.id)], startsAt: "2026-06-10T16:00", endsAt: "2026-06-10T16:30" });
    const third = await release(organizer, { eventId: event.id, after: 2, note: {} }, later);
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    expect(await told(third.id)).toEqual([]);
    await refused("event_cancelled", () =>
      release(organizer, { eventId: event.id, after: 3, note: {} }, later),
    );
  });

  it("sends calendar files that a program of somebody else reads: made, moved, taken out", async () => {
    const p = await person("Kim “K” Sandberg");
    const a = await add({ people: [speaking(p.id)] });
    const files: ReturnType<typeof parsed>[] = [];
    const say = async (id: string) => {
      const [letter] = await told(id);
      files.push(parsed(letter?.attachments[0]?.content ?? ""));
    };
    await say((await makeRelease(event.id)).id);
    await editItem(organizer, { ...a, revision: 1, startsAt: "2026-06-10T09:30" }, at);
    await say((await makeRelease(event.id, 1)).id);
    await removeItem(organizer, { id: a.id, revision: 2 }, at);
    await say((await makeRelease(event.id, 2)).id);
    await releaseAgain(organizer, { eventId: event.id, after: 3, number: 1, note: {} }, at);
    const [last] = await db()
      .select()
      .from(agendaReleases)
      .where(eq(agendaReleases.eventId, event.id))
      .orderBy(asc(agendaReleases.number))
      .offset(3);
    await say(last?.id ?? "");
    expect(new Set(files.map((file) => file.uid)).size).toBe(1);
    expect(files.map((file) => file.method)).toEqual(["REQUEST", "REQUEST", "CANCEL", "REQUEST"]);
    expect(files.map((file) => file.status)).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]);
    expect(files.map((file) => file.sequence)).toEqual([0, 1, 2, 3]);
    expect(files.map((file) => file.start)).toEqual([
      "2026-06-10T08:00:00Z",
      "2026-06-10T07:30:00Z",
      "2026-06-10T07:30:00Z",
      "2026-06-10T08:00:00Z",
    ]);
    expect(files.every((file) => file.attendees === 1)).toBe(true);
  });
});

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entry = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: entry.uid,
    sequence: entry.sequence,
    status: entry.component.getFirstPropertyValue("status"),
    start: entry.startDate.toString(),
    attendees: entry.attendees.length,
  };
}

describe("what the public sees of releases", () => {
  const marker = "Zzyzx";
  it("is nothing of the draft, of what is internal, for organizers or participants, or of people who may not be named", async () => {
    const hidden = await person(`${marker} Nameless`, { namingConsentedAt: null });
    const title = { en: marker, sv: marker };
    const times = (from: string, to: string) => ({
      startsAt: `2026-06-10T${from}`,
      endsAt: `2026-06-10T${to}`,
    });
    await add({ title: { en: "Open", sv: "" }, people: [speaking(hidden.id)] });
    await add({ title, kind: "hold", ...times("12:00", "12:30") });
    await add({ title, audience: "organizers", ...times("13:00", "13:30") });
    const inner = await add({ title, audience: "participants", ...times("14:00", "14:30") });
    await add({ title, startsAt: "", endsAt: "" });
    await makeRelease(event.id);
    await editItem(organizer, { ...inner, revision: 1, endsAt: "2026-06-10T14:45" }, at);
    await makeRelease(event.id, 1);
    await add({ title, ...times("15:00", "15:30") });
    const seen = JSON.stringify([
      await publicRelease(event.id, at),
      await publicRelease(event.id, at, 1),
      await publicChangelog(event.id, at),
    ]);
    expect(seen).toContain("Open");
    expect(seen).not.toContain(marker);
    expect((await publicChangelog(event.id, at)).entries[0]?.changes).toEqual([]);
    const participant = {
      kind: "participant" as const,
      participationId: crypto.randomUUID(),
      eventId: event.id,
    };
    const theirs = await agendaForParticipants(participant, participant, event.id, at);
    expect(theirs?.items.filter((item) => item.title.en === marker)).toHaveLength(1);
    for (const actor of [stranger, focalPoint, { ...participant, participationId: crypto.randomUUID() }])
      await refused("not_allowed", () =>
        agendaForParticipants(actor, { participationId: participant.participationId }, event.id, at),
      );
  });

  it("is nothing at all while the event is not announced", async () => {
    event = await makeEvent({ announcedAt: null });
    await add();
    await makeRelease(event.id);
    expect(await publicRelease(event.id, at)).toBeUndefined();
    expect((await publicChangelog(event.id, at)).entries).toEqual([]);
    const whose = { organisationId: focalPoint.organisationId };
    expect(await agendaForParticipants(focalPoint, whose, event.id, at)).toBeUndefined();
  });
});

describe("moving an event to another zone", () => {
  const change = async (zone: string, zoneChange?: "local" | "instants") => {
    const now = await eventForOrganizer(organizer, event.id);
    const values = { ...formValuesOf(now), zone, zoneChange, title: { en: "Summit", sv: "" } };
    const sent = { ...values, summary: { en: "", sv: "" }, city: { en: "Zurich", sv: "" } };
    return edit(organizer, editEventInput.parse(sent), at);
  };
  const item = async (id: string) => (await db().select().from(agendaItems).where(eq(agendaItems.id, id)))[0];

  beforeEach(async () => {
    event = await makeEvent({ zone: "Europe/Zurich", nominationClosesAt: new Date("2026-05-01T10:00:00Z") });
  });

  it("keeps the local times of everything, and releases the agenda anew without what is only in the draft", async () => {
    const a = await add();
    const p = await person("Seoul");
    await db()
      .insert(availabilities)
      .values({ eventId: event.id, personId: p.id, fromAt: event.startsAt, untilAt: event.endsAt });
    await makeRelease(event.id);
    const unreleased = await add({ startsAt: "2026-06-10T15:00", endsAt: "2026-06-10T16:00" });
    await change("Asia/Seoul", "local");
    const after = await eventForOrganizer(organizer, event.id);
    expect(after.startsAt.toISOString()).toBe("2026-06-10T00:00:00.000Z");
    expect(after.nominationClosesAt?.toISOString()).toBe("2026-05-01T03:00:00.000Z");
    expect((await item(a.id))?.startsAt?.toISOString()).toBe("2026-06-10T01:00:00.000Z");
    expect((await item(unreleased.id))?.startsAt?.toISOString()).toBe("2026-06-10T06:00:00.000Z");
    const [time] = await db().select().from(availabilities).where(eq(availabilities.eventId, event.id));
    expect(time?.fromAt).toEqual(after.startsAt);
    const now = await publicRelease(event.id, at);
    expect(now?.number).toBe(2);
    expect(now?.items.map((one) => [one.id, one.startsAt.toISOString(), one.sequence])).toEqual([
      [a.id, "2026-06-10T01:00:00.000Z", 1],
    ]);
  });

  it("keeps every instant where that was chosen", async () => {
    const a = await add();
    await makeRelease(event.id);
    await change("Asia/Seoul", "instants");
    const after = await eventForOrganizer(organizer, event.id);
    expect(after.zone).toBe("Asia/Seoul");
    expect([after.startsAt, after.endsAt]).toEqual([event.startsAt, event.endsAt]);
    expect((await item(a.id))?.startsAt?.toISOString()).toBe("2026-06-10T08:00:00.000Z");
    expect((await publicRelease(event.id, at))?.number).toBe(1);
  });

  it("is refused with the items whose local time the other zone skips, and nothing moves", async () => {
    event = await makeEvent({
      zone: "Asia/Seoul",
      startsAt: new Date("2026-03-28T00:00:00Z"),
      endsAt: new Date("2026-03-30T00:00:00Z"),
    });
    const night = await add({
      title: { en: "Night watch", sv: "" },
      startsAt: "2026-03-29T02:30",
      endsAt: "2026-03-29T04:00",
    });
    const error = await refused("items_without_time", () => change("Europe/Zurich", "local"));
    expect(error.details).toEqual({ items: "“Night watch”" });
    expect((await item(night.id))?.startsAt?.toISOString()).toBe("2026-03-28T17:30:00.000Z");
    await change("Europe/Zurich", "instants");
  });

  it("releases nothing anew between zones that tell the same time", async () => {
    await add();
    await makeRelease(event.id);
    await change("Europe/Stockholm", "local");
    expect(await count()).toBe(1);
  });
});

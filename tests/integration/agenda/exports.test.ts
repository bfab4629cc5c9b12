import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import { addItem } from "@/domain/agenda/add-item";
import { entriesOf } from "@/domain/agenda/calendar";
import { editItem } from "@/domain/agenda/edit-item";
import { exportedAgenda, only, withPerson } from "@/domain/agenda/exported";
import { ownJson } from "@/domain/agenda/own-json";
import { removeItem } from "@/domain/agenda/remove-item";
import { scheduleOf } from "@/domain/agenda/schedule";
import { scheduleJson } from "@/domain/agenda/schedule-json";
import { scheduleXml } from "@/domain/agenda/schedule-xml";
import { publishedCalendar } from "@/lib/calendar/published";
import { organizer } from "../../support/actors";
import { agendaItem, partOf } from "../../support/agenda-item";
import { at, makeEvent, makeRelease } from "../../support/make";

/** Everything that leaves the house of an event's agenda, in both languages. */
async function exported(slug: string) {
  const agenda = await exportedAgenda(slug, at);
  if (!agenda) return "";
  return (["en", "sv"] as const)
    .flatMap((locale) => [
      publishedCalendar({ name: "A", zone: "UTC", organizer: "G", entries: entriesOf(agenda, locale) }),
      scheduleXml(scheduleOf(agenda, locale)),
      scheduleJson(scheduleOf(agenda, locale)),
      ownJson(agenda, locale),
    ])
    .join("\n")
    .replaceAll("\r\n ", "");
}

/** The agenda's calendar as another program reads it. */
async function calendarOf(slug: string) {
  const agenda = await exportedAgenda(slug, at);
  if (!agenda) throw new Error("not public");
  const { zone } = agenda.event;
  const text = publishedCalendar({ name: "A", zone, organizer: "G", entries: entriesOf(agenda, "en") });
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const table of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(table));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const { uid, sequence, startDate } = new ICAL.Event(one);
    return {
      uid,
      sequence,
      status: one.getFirstPropertyValue("status"),
      from: startDate.toJSDate().toISOString(),
    };
  });
}

describe("what leaves the house of an agenda", () => {
  it("holds nothing that is unreleased, internal, for some alone, of an unannounced event, or of the unnamed", async () => {
    const marker = `Zq${crypto.randomBytes(4).toString("hex")}`;
    const event = await makeEvent();
    const [shy, named] = await db()
      .insert(people)
      .values([
        { name: `${marker} Shy`, sortName: "Shy" },
        { name: "Willing Person", sortName: "Person", namingConsentedAt: at },
      ])
      .returning();
    const cast = [partOf(shy?.id ?? "", "speaker"), partOf(named?.id ?? "", "chair")];
    const add = (title: string, facts: object = {}) =>
      addItem(organizer, agendaItem(event.id, { title: { en: title }, ...facts }), at);
    const open = await add("Open plenary", { people: cast, languages: ["en", "fr"] });
    await add(`${marker} hold`, { kind: "hold" });
    await add(`${marker} organizers`, { audience: "organizers" });
    await add(`${marker} participants`, { audience: "participants" });
    await add(`${marker} tray`, { startsAt: null, endsAt: null });
    expect(await exported(event.slug)).not.toContain("Open plenary");
    await makeRelease(event.id);
    await add(`${marker} later`);
    await editItem(
      organizer,
      { ...agendaItem(event.id, { title: { en: `${marker} renamed` } }), id: open.id, revision: 1 },
      at,
    );
    const text = await exported(event.slug);
    expect(text).toContain("Open plenary");
    expect(text).toContain("Willing Person");
    expect(text).toContain('"languages":["en","fr"]');
    expect(text).not.toContain(marker);
    expect(text).not.toContain(shy?.id);

    const agenda = await exportedAgenda(event.slug, at);
    if (!agenda) throw new Error("not public");
    expect(only(agenda, withPerson(shy?.id ?? "")).items).toEqual([]);
    expect(only(agenda, withPerson(named?.id ?? "")).items).toHaveLength(1);
    await db()
      .update(people)
      .set({ namingConsentedAt: null })
      .where(eq(people.id, named?.id ?? ""));
    expect(await exported(event.slug)).not.toContain("Willing Person");
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await exported(event.slug)).toBe("");
  });

  it("is one calendar entry through creating, moving and cancelling, each later than the one before", async () => {
    const event = await makeEvent();
    const { id } = await addItem(organizer, agendaItem(event.id), at);
    const { id: other } = await addItem(
      organizer,
      agendaItem(event.id, {
        title: { en: "Other" },
        startsAt: "2026-06-10T15:00",
        endsAt: "2026-06-10T16:00",
      }),
      at,
    );
    await makeRelease(event.id);
    const own = async () => (await calendarOf(event.slug)).find((one) => one.uid.startsWith(id));
    expect(await own()).toMatchObject({
      sequence: 0,
      status: "CONFIRMED",
      from: "2026-06-10T07:00:00.000Z",
    });

    const moved = agendaItem(event.id, { startsAt: "2026-06-10T11:00", endsAt: "2026-06-10T12:00" });
    await editItem(organizer, { ...moved, id, revision: 1 }, at);
    await makeRelease(event.id, 1);
    expect(await own()).toMatchObject({
      sequence: 1,
      status: "CONFIRMED",
      from: "2026-06-10T09:00:00.000Z",
    });

    await removeItem(organizer, { id, revision: 2 }, at);
    await makeRelease(event.id, 2);
    expect(await own()).toMatchObject({ sequence: 2, status: "CANCELLED" });
    expect((await calendarOf(event.slug)).find((one) => one.uid.startsWith(other))).toMatchObject({
      sequence: 0,
      status: "CONFIRMED",
    });

    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "x" })
      .where(eq(events.id, event.id));
    const all = await calendarOf(event.slug);
    expect(all.map((one) => one.status)).toEqual(["CANCELLED", "CANCELLED"]);
    expect(all.find((one) => one.uid.startsWith(other))?.sequence).toBe(1);
    expect(await db().select().from(agendaItems).where(eq(agendaItems.id, other))).toHaveLength(1);
  });
});

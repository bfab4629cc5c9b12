import { Temporal } from "temporal-polyfill";
import type { Transaction } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { eventHosts, events } from "@/db/schema/events";
import { appointments, offices, people } from "@/db/schema/people";
import { eventPools } from "@/db/schema/pools";
import { seedAgenda, seedDialogueDraft } from "./agenda";
import { speakers } from "./data/upcoming";
import { known } from "./past-events";

const zone = "Europe/Stockholm";

/** The seats of the summit, by pool. */
export const summitPools = { members: 36, hosts: 6, press: 6, open: 9, reserve: 3 };

/** The summit to come: six weeks from `at`, two days in Stockholm, announced, with its agenda. Returns what others hang on it. */
export async function seedUpcomingSummit(tx: Transaction, organisations: Record<string, string>, at: Date) {
  const first = monday(at).add({ weeks: 6, days: 1 });
  const instant = (day: number, time: string) =>
    new Date(first.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  const [event] = await tx
    .insert(events)
    .values({
      slug: `summit-${first.year}`,
      kind: "summit",
      title: {
        en: `LeadIT Summit ${first.year}`,
        sv: `LeadIT-toppmötet ${first.year}`,
      },
      summary: {
        en: "Members meet to adopt a statement on demand, finance and grids for the industry that comes after coal.",
        sv: "Medlemmarna möts för att anta ett uttalande om efterfrågan, finansiering och elnät för industrin efter kolet.",
      },
      startsAt: instant(0, "09:00"),
      endsAt: instant(1, "12:45"),
      zone,
      format: "hybrid",
      venue: "Strandhallen",
      city: { en: "Stockholm", sv: "Stockholm" },
      country: "SE",
      capacity: Object.values(summitPools).reduce((sum, seats) => sum + seats, 0),
      nominationClosesAt: new Date(instant(0, "09:00").getTime() - 14 * 86_400_000),
      nominationGraceMinutes: 24 * 60,
      registrationPolicy: "approval",
      registrationOpensAt: before(at, 30),
      registrationClosesAt: new Date(instant(0, "09:00").getTime() - 7 * 86_400_000),
      announcedAt: before(at, 30),
    })
    .returning({ id: events.id });
  if (!event) throw new Error("no event");
  await tx.insert(eventPools).values(
    Object.entries(summitPools).map(([kind, seats]) => ({
      eventId: event.id,
      kind: kind as PoolKind,
      seats,
    })),
  );
  await tx.insert(eventHosts).values([
    {
      eventId: event.id,
      organisationId: known(organisations, "se"),
      role: "host",
      position: 0,
    },
    {
      eventId: event.id,
      organisationId: known(organisations, "in"),
      role: "co_host",
      position: 1,
    },
    {
      eventId: event.id,
      organisationId: known(organisations, "wef"),
      role: "supporter",
      position: 2,
    },
  ]);
  const persons = await seedSpeakers(tx, at);
  await seedAgenda(tx, event.id, instant, persons, at);
  return { id: event.id, opensAt: instant(0, "09:00"), zone, people: persons };
}

/** A dialogue on the net that anyone may join, so that a visitor of the demonstration can register and be admitted at once. */
export async function seedUpcomingDialogue(tx: Transaction, organisations: Record<string, string>, at: Date) {
  const first = monday(at).add({ weeks: 10, days: 3 });
  const instant = (time: string) =>
    new Date(first.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  const [event] = await tx
    .insert(events)
    .values({
      slug: `dialogue-on-demand-${first.year}`,
      kind: "dialogue",
      title: {
        en: "Industry Transition Dialogue: demand",
        sv: "Dialog om industrins omställning: efterfrågan",
      },
      summary: {
        en: "An open afternoon on how public and private buyers can order materials that do not yet exist in volume.",
        sv: "En öppen eftermiddag om hur offentliga och privata köpare kan beställa material som ännu inte finns i större mängd.",
      },
      startsAt: instant("13:00"),
      endsAt: instant("16:30"),
      zone,
      format: "online",
      registrationPolicy: "open",
      capacity: 100,
      registrationOpensAt: before(at, 10),
      registrationClosesAt: instant("13:00"),
      announcedAt: before(at, 10),
    })
    .returning({ id: events.id });
  if (!event) throw new Error("no event");
  await tx.insert(eventPools).values({ eventId: event.id, kind: "open", seats: 100 });
  await tx.insert(eventHosts).values({
    eventId: event.id,
    organisationId: known(organisations, "se"),
    role: "host",
  });
  await seedDialogueDraft(tx, event.id, instant);
  return event.id;
}

async function seedSpeakers(tx: Transaction, at: Date) {
  const ids: Record<string, string> = {};
  for (const { key, office, ...person } of speakers) {
    const [row] = await tx
      .insert(people)
      .values({ ...person, namingConsentedAt: at })
      .returning({ id: people.id });
    const [held] = await tx.insert(offices).values({ title: office }).returning({ id: offices.id });
    if (!row || !held) throw new Error(`no row for ${key}`);
    ids[key] = row.id;
    const fromOn = Temporal.Instant.fromEpochMilliseconds(before(at, 400).getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    await tx.insert(appointments).values({
      personId: row.id,
      officeId: held.id,
      fromOn: fromOn.toString(),
    });
  }
  return ids;
}

/** The Monday of the week of an instant, in the demonstration's zone. */
function monday(at: Date) {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 });
}

export function before(at: Date, days: number) {
  return new Date(at.getTime() - days * 86_400_000);
}

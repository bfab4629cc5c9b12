import crypto from "node:crypto";
import { db } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/group";
import { organisations } from "@/db/schema/organisations";
import { eventPools } from "@/db/schema/pools";
import { release } from "@/domain/agenda/release";
import { organizer } from "./actors";

/** The moment of every test that does not say another. */
export const at = new Date("2026-03-02T09:00:00Z");

/**
 * An event in the summer of 2026, announced and open unless said otherwise. Its capacity is one open pool, or that of
 * the pools that are named.
 */
export async function makeEvent(
  facts: Partial<typeof events.$inferInsert> = {},
  pools: Partial<Record<PoolKind, number>> = {},
) {
  const shares = Object.entries(pools).map(([kind, seats]) => ({ kind: kind as PoolKind, seats }));
  const seats = shares.reduce((sum, share) => sum + share.seats, 0);
  const event = await db().transaction(async (tx) => {
    const [row] = await tx
      .insert(events)
      .values({
        slug: `event-${crypto.randomUUID()}`,
        kind: "summit",
        title: { en: "Test Summit", sv: "Testtoppmöte" },
        startsAt: new Date("2026-06-10T07:00:00Z"),
        endsAt: new Date("2026-06-11T15:00:00Z"),
        zone: "Europe/Stockholm",
        city: { en: "Stockholm" },
        registrationPolicy: "open",
        announcedAt: new Date("2026-01-01T00:00:00Z"),
        ...(shares.length > 0 ? { capacity: seats } : {}),
        ...facts,
      })
      .returning();
    if (row && shares.length > 0)
      await tx.insert(eventPools).values(shares.map((share) => ({ ...share, eventId: row.id })));
    else if (row?.capacity != null)
      await tx.insert(eventPools).values({ eventId: row.id, kind: "open", seats: row.capacity });
    return row;
  });
  if (!event) throw new Error("no event");
  return event;
}

/** An organisation that is not a member. */
export async function makeOrganisation(name = "Test Works") {
  const [row] = await db()
    .insert(organisations)
    .values({ slug: `o-${crypto.randomUUID()}`, kind: "company", name: { en: name } })
    .returning();
  if (!row) throw new Error("no organisation");
  return row;
}

/** The group that mails come from. */
export async function makeGroup() {
  await db()
    .insert(groups)
    .values({
      name: { en: "Test Group", sv: "Testgruppen" },
      acronym: "TG",
      boilerplate: {},
      secretariat: { en: "The secretariat" },
      replyTo: "secretariat@example.org",
      zone: "Europe/Stockholm",
    })
    .onConflictDoNothing();
}

/** What somebody writes who registers. */
export function registration(event: string, n = 1) {
  return {
    event,
    name: `Person ${n}`,
    email: `person-${n}@example.org`,
    functionalTitle: "Delegate",
    organisationId: null,
    organisationName: "Test Works",
    accessNeeds: "",
    dietaryNeeds: "",
    listed: false,
    locale: "en" as const,
    website: "",
  };
}

/** Releases the agenda of an event as it stands, after the release of a number. */
export async function makeRelease(eventId: string, after = 0) {
  return release(organizer, { eventId, after, note: {} }, at);
}

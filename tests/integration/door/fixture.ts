import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { badges, checkIns } from "@/db/schema/door";
import { history } from "@/db/schema/history";
import { participations } from "@/db/schema/participations";
import type { Draw, ToDraw } from "@/domain/badges/print";
import type { ScansInput } from "@/domain/check-ins/input";

/** The first morning of the event of `makeEvent`, at the door. */
export const morning = new Date("2026-06-10T06:30:00Z");
export const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

let n = 0;
/** Somebody at an event, approved unless said otherwise. */
export async function makeGuest(
  eventId: string,
  facts: Partial<typeof participations.$inferInsert> = {},
): Promise<typeof participations.$inferSelect> {
  const state = facts.state ?? "approved";
  const [row] = await db()
    .insert(participations)
    .values({
      eventId,
      name: `Guest ${++n}`,
      email: `guest-${n}@example.org`,
      organisationName: "Test Works",
      accessNeeds: "Step-free access",
      state,
      seatPool: state === "approved" ? "open" : null,
      locale: "en",
      source: "by_hand",
      ...facts,
    })
    .returning();
  if (!row) throw new Error("no guest");
  return row;
}

/** A drawing that keeps what it was given, in place of a PDF. */
export function drawing(): { draw: Draw; drawn: ToDraw[] } {
  const drawn: ToDraw[] = [];
  const draw: Draw = async (_, __, given) => {
    drawn.push(...given);
    return new Uint8Array([37]);
  };
  return { draw, drawn };
}

type Scan = ScansInput["scans"][number];
/** A scan of somebody, made with the server at hand unless said otherwise. */
export function scanOf(participationId: string | null, facts: Partial<Scan> = {}): Scan {
  return {
    nonce: crypto.randomUUID(),
    kind: "in",
    participationId,
    badge: null,
    at: morning,
    offline: false,
    ...facts,
  };
}

/** What a device sends, by a clock that is right. */
export const sent = (scans: Scan[], sentAt = morning, device = "Main entrance"): ScansInput => ({
  device,
  sentAt,
  scans,
});

export const badgesOf = (participationId: string) =>
  db().select().from(badges).where(eq(badges.participationId, participationId)).orderBy(badges.number);
export const checkInsOf = (participationId: string) =>
  db()
    .select()
    .from(checkIns)
    .where(eq(checkIns.participationId, participationId))
    .orderBy(checkIns.at, checkIns.nonce);
export const deedsOn = (subjectId: string) =>
  db().select().from(history).where(eq(history.subjectId, subjectId)).orderBy(history.id);

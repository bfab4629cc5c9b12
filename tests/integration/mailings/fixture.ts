import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import type { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import { at } from "../../support/make";

type EventRow = typeof events.$inferSelect;

/** A participation of an event, approved unless said otherwise. */
export async function makeParticipation(
  event: EventRow,
  facts: Partial<typeof participations.$inferInsert> & { name: string },
) {
  const state = facts.state ?? "approved";
  const [row] = await db()
    .insert(participations)
    .values({
      eventId: event.id,
      email: `${facts.name.toLowerCase().replaceAll(/\W+/g, "-")}@example.org`,
      organisationName: "Test Works",
      seatPool: state === "approved" ? "open" : null,
      locale: "en",
      source: "by_hand",
      createdAt: at,
      ...facts,
      state,
    })
    .returning();
  if (!row) throw new Error("no participation");
  return row;
}

/** An organisation's delegation at an event, with a focal point. */
export async function makeDelegation(
  event: EventRow,
  organisationId: string,
  name: string,
  locale: "en" | "sv",
) {
  const [delegation] = await db()
    .insert(delegations)
    .values({ eventId: event.id, organisationId, createdAt: at })
    .returning();
  const email = `${name.toLowerCase().replaceAll(/\W+/g, "-")}@example.org`;
  const [user] = await db()
    .insert(users)
    .values({ name, email, role: "focal_point", organisationId, locale })
    .returning();
  if (!delegation || !user) throw new Error("no delegation");
  return { delegation, user };
}

/** The mails of an event in a state, by address. */
export async function mailsOf(eventId: string, state?: "draft" | "queued" | "cancelled") {
  const rows = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.eventId, eventId), state && eq(mails.state, state)));
  return rows.toSorted((a, b) => a.toAddress.localeCompare(b.toAddress));
}

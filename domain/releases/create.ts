import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/group";
import { releases } from "@/db/schema/releases";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ReleaseInput } from "./input";

/** Begins a release, with nothing in it yet. Refuses `no_such_event`, `no_such_item`. */
export async function create(actor: Actor, input: ReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "release.edit");
    const facts = await factsOf(tx, input);
    const [row] = await tx
      .insert(releases)
      .values({ ...facts, createdAt: at, createdBy: actorName(actor) })
      .returning({ id: releases.id, eventId: releases.eventId });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "release.edit",
      subject: ["release", row.id],
      eventId: row.eventId,
      at,
      details: { begun: true },
    });
    return { id: row.id };
  });
}

/** What a release is called, its event and the item of the agenda at which its button stands; its zone is the event's. */
export async function factsOf(tx: Transaction, { title, eventId, agendaItemId }: ReleaseInput) {
  const item = agendaItemId ? await itemOf(tx, agendaItemId) : undefined;
  if (agendaItemId && (!item || (eventId && item.eventId !== eventId))) throw new Refusal("no_such_item");
  const of = item?.eventId ?? eventId;
  const zone = of ? await zoneOf(tx, of) : await groupZone(tx);
  return { title, eventId: of, agendaItemId, zone };
}

async function itemOf(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ eventId: agendaItems.eventId })
    .from(agendaItems)
    .where(eq(agendaItems.id, id));
  return row;
}

async function zoneOf(tx: Transaction, eventId: string) {
  const [row] = await tx.select({ zone: events.zone }).from(events).where(eq(events.id, eventId));
  if (!row) throw new Refusal("no_such_event");
  return row.zone;
}

async function groupZone(tx: Transaction) {
  const [group] = await tx.select({ zone: groups.zone }).from(groups);
  return group?.zone ?? "UTC";
}

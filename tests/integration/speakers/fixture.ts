import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { AgendaItemKind } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { speakers } from "@/db/schema/speakers";
import { open } from "@/domain/speakers/open";
import { inOrder } from "@/domain/speakers/order";
import { request } from "@/domain/speakers/request";
import { usualLimits } from "@/domain/speakers/rules";
import { organizer, protocol } from "../../support/actors";
import { at, makeEvent, makeOrganisation, makeRelease } from "../../support/make";
import { makeDelegation } from "../delegations/fixture";

type ItemFacts = Partial<typeof agendaItems.$inferInsert>;

/** An item of an event, from an hour of its first day on. */
export async function makeItem(
  eventId: string,
  title: string,
  from: string,
  to: string,
  facts: ItemFacts = {},
) {
  const [item] = await db()
    .insert(agendaItems)
    .values({
      eventId,
      kind: "plenary" as AgendaItemKind,
      title: { en: title, sv: title },
      startsAt: new Date(`2026-06-10T${from}:00Z`),
      endsAt: new Date(`2026-06-10T${to}:00Z`),
      ...facts,
    })
    .returning();
  if (!item) throw new Error("no item");
  return item;
}

/** An announced event with a released plenary whose speakers' list is open, and three delegations. */
export async function makePlenary(facts: ItemFacts = {}, event = makeEvent()) {
  const row = await event;
  const item = await makeItem(row.id, "Plenary", "08:00", "10:00", facts);
  if (item.audience !== "organizers") await makeRelease(row.id);
  await open(protocol, { itemId: item.id, limits: usualLimits }, at);
  const delegations = [
    await makeDelegation(row.id),
    await makeDelegation(row.id),
    await makeDelegation(row.id),
  ];
  return { event: row, item, delegations };
}

/** A moment some seconds after that of every test. */
export const seconds = (later: number) => new Date(at.getTime() + later * 1_000);

type Wanted = Partial<Parameters<typeof request>[1]>;

/** Somebody put on a list by the secretariat, some seconds in. */
export async function onList(itemId: string, later: number, facts: Wanted = {}) {
  const organisationId = facts.organisationId ?? (await makeOrganisation()).id;
  const input = { itemId, participationId: null, onBehalfOf: "", class: null, ...facts, organisationId };
  const { id } = await request(organizer, input, seconds(later));
  return rowOf(id);
}

export async function rowOf(id: string) {
  const [row] = await db().select().from(speakers).where(eq(speakers.id, id));
  if (!row) throw new Error("nobody");
  return row;
}

/** The ids of a list in its order. */
export async function orderOf(itemId: string) {
  return inOrder(await db().select().from(speakers).where(eq(speakers.itemId, itemId))).map((row) => row.id);
}

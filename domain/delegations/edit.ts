import { and, eq, ne } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { participationClasses } from "@/db/enums";
import { delegationQuotas, delegations } from "@/db/schema/delegations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { instantToLocal, zonedToInstant } from "@/lib/time";
import type { EditDelegationInput } from "./input";
import { lockDelegation } from "./lock";

/**
 * Changes what a delegation has of its own: quotas that differ from the event's, a deadline, the secretariat's note.
 * Refuses `stale` with their values, `time_skipped`, `time_twice`.
 */
export async function edit(actor: Actor, input: EditDelegationInput, at = now()) {
  const { id, revision, note } = input;
  return db().transaction(async (tx) => {
    const { event, delegation } = await lockDelegation(tx, actor, id, at);
    ensure(actor, "delegation.edit");
    const before = await quotasOf(tx, id);
    if (delegation.revision !== revision) {
      const theirs = { ...formValuesOf(delegation, before, event.zone), revision: delegation.revision };
      throw new Refusal("stale", {}, { theirs });
    }
    const local = input.nominationClosesAt;
    const nominationClosesAt = local ? instant(local, event.zone) : null;
    const quotas = overridesOf(input);
    await tx
      .update(delegations)
      .set({ note, nominationClosesAt, revision: revision + 1 })
      .where(eq(delegations.id, id));
    await tx
      .delete(delegationQuotas)
      .where(and(eq(delegationQuotas.delegationId, id), ne(delegationQuotas.class, "head")));
    if (quotas.length > 0)
      await tx.insert(delegationQuotas).values(quotas.map((quota) => ({ ...quota, delegationId: id })));
    const changed = [
      delegation.note !== note && "note",
      delegation.nominationClosesAt?.getTime() !== nominationClosesAt?.getTime() && "nominationClosesAt",
      asKey(before) !== asKey(quotas) && "quotas",
    ].filter(Boolean);
    await record(tx, actor, {
      action: "delegation.edit",
      subject: ["delegation", id],
      eventId: event.id,
      at,
      details: { changed },
    });
    return { revision: revision + 1 };
  });
}

type Override = Pick<typeof delegationQuotas.$inferSelect, "class" | "quota">;

async function quotasOf(tx: Transaction, delegationId: string): Promise<Override[]> {
  return tx
    .select({ class: delegationQuotas.class, quota: delegationQuotas.quota })
    .from(delegationQuotas)
    .where(and(eq(delegationQuotas.delegationId, delegationId), ne(delegationQuotas.class, "head")))
    .orderBy(delegationQuotas.class);
}

/** The quotas that the form sets: a number, or without limit; a class left empty follows the event. */
function overridesOf({ quotas, unlimited }: EditDelegationInput): Override[] {
  const numbers = Object.entries(quotas) as [Override["class"], number | null][];
  const limited = numbers.filter(([of, quota]) => quota !== null && !unlimited.includes(of));
  return [
    ...limited.map(([of, quota]) => ({ class: of, quota })),
    ...[...new Set(unlimited)].map((of) => ({ class: of, quota: null })),
  ].filter((row) => row.class !== "head");
}

const asKey = (rows: Override[]) =>
  rows
    .map((row) => `${row.class}=${row.quota}`)
    .toSorted()
    .join();

/** A delegation as its form holds it: the deadline local to the event's zone. */
export function formValuesOf(
  delegation: { nominationClosesAt: Date | null; note: string },
  own: readonly Override[],
  zone: string,
) {
  const closes = delegation.nominationClosesAt;
  const numberOf = (of: Override["class"]) => own.find((row) => row.class === of)?.quota ?? "";
  return {
    nominationClosesAt: closes ? instantToLocal(closes, zone) : "",
    quotas: Object.fromEntries(participationClasses.map((of) => [of, numberOf(of)])),
    unlimited: own.filter((row) => row.quota === null).map((row) => row.class),
    note: delegation.note,
  };
}

function instant(local: string, zone: string) {
  const zoned = zonedToInstant(local, zone);
  if (zoned.kind !== "instant")
    throw new Refusal(zoned.kind === "skipped" ? "time_skipped" : "time_twice", {
      time: local.replace("T", " "),
    });
  return zoned.instant;
}

import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { participations } from "@/db/schema/participations";
import { speakers } from "@/db/schema/speakers";
import { type Actor, actorName } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { liveStates } from "@/domain/participations/rules";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RequestInput } from "./input";
import { ensureOrganisation, ensureSeen, type ListRow, lockList } from "./lock";
import { classOf } from "./rules";

/**
 * Puts a delegation on a speakers' list, behind those of its class who asked before. A focal point asks for their own
 * while requests are open; the secretariat takes down what is asked for from the floor at any time. Refuses
 * `requests_closed`, `already_on_list` (once in one name), `not_of_delegation`, `no_such_organisation`.
 */
export async function request(actor: Actor, input: RequestInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const list = await lockList(tx, input.itemId);
      ensure(actor, "speakers.request", { organisationId: input.organisationId });
      await ensureSeen(tx, actor, list, at);
      const fromDesk = !can(actor, "speakers.open");
      if (fromDesk && list.closedAt) throw new Refusal("requests_closed");
      if (fromDesk) await ensureDelegation(tx, list, input.organisationId);
      else await ensureOrganisation(tx, input.organisationId);
      const level = await levelOf(tx, list, input);
      const of = (!fromDesk && input.class) || classOf(level);
      const [made] = await tx
        .insert(speakers)
        .values({
          itemId: list.itemId,
          eventId: list.eventId,
          organisationId: input.organisationId,
          participationId: input.participationId,
          onBehalfOf: input.onBehalfOf,
          class: of,
          inscribedAt: at,
          inscribedBy: actorName(actor),
          slotClass: of,
          slotAt: at,
          slotNumber: 0,
        })
        .returning({ id: speakers.id, number: speakers.number });
      if (!made) throw new Refusal("not_found");
      await tx.update(speakers).set({ slotNumber: made.number }).where(eq(speakers.id, made.id));
      await record(tx, actor, {
        action: "speakers.request",
        subject: ["agenda_item", list.itemId],
        eventId: list.eventId,
        at,
        details: { from: fromDesk ? "desk" : "floor", class: of },
      });
      return { id: made.id };
    });
  return refusing(speakerConstraints, write);
}

async function ensureDelegation(tx: Transaction, { eventId }: ListRow, organisationId: string) {
  const own = and(eq(delegations.eventId, eventId), eq(delegations.organisationId, organisationId));
  const [row] = await tx.select({ id: delegations.id }).from(delegations).where(own);
  if (!row) throw new Refusal("not_found");
}

/** The level of whoever will speak: one of the organisation's own at the event. */
async function levelOf(tx: Transaction, { eventId }: ListRow, input: RequestInput) {
  if (!input.participationId) return "other";
  const [row] = await tx
    .select({ level: participations.level })
    .from(participations)
    .where(
      and(
        eq(participations.id, input.participationId),
        eq(participations.eventId, eventId),
        eq(participations.organisationId, input.organisationId),
        inArray(participations.state, [...liveStates]),
      ),
    );
  if (!row) throw new Refusal("not_of_delegation");
  return row.level;
}

/** What the database may say no to when a list is written. */
export const speakerConstraints = {
  speakers_once: "already_on_list",
  speakers_one_floor: "floor_taken",
  speaker_swaps_open: "swap_open",
};

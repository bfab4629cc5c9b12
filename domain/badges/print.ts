import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Locale, Localized, ParticipationClass } from "@/db/enums";
import { badges } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import type { EventClass } from "@/domain/classes/rules";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { printable } from "@/lib/pdf/letters";
import { Refusal } from "@/lib/refusal";
import { newToken } from "@/lib/tokens";
import type { PrintInput } from "./input";
import { badgeOrder, delegationName, latestNumber } from "./queries";
import { firstsAndReprints } from "./rules";

/** One badge to draw, with the code that is nowhere kept. */
export type ToDraw = {
  code: string;
  name: string;
  courtesyTitle: string;
  functionalTitle: string;
  delegation: Localized;
  class: ParticipationClass;
};

/** Draws badges, and answers the file. */
export type Draw = (event: EventRow, classes: EventClass[], badges: ToDraw[]) => Promise<Uint8Array>;

/**
 * Prints badges, each with a fresh code of which only the hash is kept; an earlier badge is void from then on. They are
 * drawn before anything is written, so that no valid badge is voided by one that never came to be. Refuses `not_found`,
 * `not_allowed`, `event_cancelled`, `badge_not_approved`, `badge_letters` (a name cannot be printed in the badges'
 * face), `badge_reason_missing` (a reprint says why), `badges_changed` (something else happened while they were drawn).
 */
export async function print(actor: Actor, eventId: string, input: PrintInput, draw: Draw, at = now()) {
  ensure(actor, "badge.print");
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Refusal("not_found");
  if (event.cancelledAt) throw new Refusal("event_cancelled");
  const chosen = await chosenOf(db(), eventId, input);
  const counts = firstsAndReprints(chosen);
  if (counts.reprints > 0 && input.reason === "")
    throw new Refusal("badge_reason_missing", { count: counts.reprints });
  const fresh = chosen.map((one) => ({ ...one, ...newToken() }));
  const file = await draw(
    event,
    await classesOf(db(), event),
    fresh.map(({ token: code, hash: _, ...one }) => ({ ...one, code })),
  );
  await db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    const again = await chosenOf(tx, eventId, input);
    if (JSON.stringify(again) !== JSON.stringify(chosen)) throw new Refusal("badges_changed");
    await tx
      .update(badges)
      .set({ voidedAt: at })
      .where(
        and(
          inArray(
            badges.participationId,
            chosen.map(({ id }) => id),
          ),
          isNull(badges.voidedAt),
        ),
      );
    await tx.insert(badges).values(
      fresh.map(({ id, hash, number }) => ({
        participationId: id,
        eventId,
        number: number + 1,
        codeHash: hash,
        printedAt: at,
        printedByName: actorName(actor),
        reason: number > 0 ? input.reason : "",
      })),
    );
    for (const { id, number } of chosen) {
      await record(tx, actor, {
        action: "badge.print",
        subject: ["participation", id],
        eventId,
        at,
        reason: number > 0 ? input.reason : "",
        details: { number: number + 1 },
      });
    }
  });
  return { file, ...counts };
}

/** Those chosen, of this event, as they are to be printed, in the order of their delegations and names. */
async function chosenOf(query: Queryable, eventId: string, input: PrintInput) {
  const ids = [...new Set(input.participations)];
  const rows = await query
    .select({
      id: participations.id,
      state: participations.state,
      erasedAt: participations.erasedAt,
      name: participations.name,
      courtesyTitle: participations.courtesyTitle,
      functionalTitle: participations.functionalTitle,
      delegation: delegationName,
      class: participations.class,
      number: latestNumber,
    })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(and(eq(participations.eventId, eventId), inArray(participations.id, ids)))
    .orderBy(...badgeOrder);
  if (rows.length < ids.length) throw new Refusal("not_found");
  if (rows.some(({ state, erasedAt }) => state !== "approved" || erasedAt))
    throw new Refusal("badge_not_approved");
  const odd = rows.find(({ name }) => !printable(name));
  if (odd) throw new Refusal("badge_letters", { name: odd.name });
  return rows.map(({ state: _, erasedAt: __, ...row }) => row);
}

/** The languages a badge speaks: those the event has a title in, the reader's first. */
export function languagesOf(title: Localized, first: Locale): Locale[] {
  const has = (Object.keys(title) as Locale[]).filter((locale) => title[locale]);
  return has.toSorted((a, b) => Number(b === first) - Number(a === first));
}

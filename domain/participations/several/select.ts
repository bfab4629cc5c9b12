import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { chosenBy, type ParticipationFilter } from "../queries";

/** The most that are decided at once. */
export const mostAtOnce = 2_000;

/** A participation that was chosen, at the revision it was seen. */
export type Chosen = { id: string; revision: number };

/** Everybody a filter names, in the order of arrival. Refuses `too_many_chosen`. */
export async function chooseAll(
  actor: Actor,
  eventId: string,
  filter: ParticipationFilter,
): Promise<Chosen[]> {
  ensure(actor, "participation.approve");
  const rows = await db()
    .select({ id: participations.id, revision: participations.revision })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(chosenBy(actor, eventId, filter))
    .orderBy(participations.arrival)
    .limit(mostAtOnce + 1);
  if (rows.length > mostAtOnce) throw new Refusal("too_many_chosen", { most: mostAtOnce });
  return rows;
}

/** What tells one choice from another: who, and as they were seen. */
export function choiceKey(chosen: readonly Chosen[]): string {
  const seen = chosen.map(({ id, revision }) => `${id}:${revision}`).toSorted();
  return createHash("sha256").update(seen.join(" ")).digest("base64url");
}

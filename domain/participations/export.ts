import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { organisationName } from "./organisation-name";
import { chosenBy, type ParticipationFilter } from "./queries";

/** Everyone whom a filter names, with their needs, for a file. The export is noted in the event's history. */
export async function exportParticipations(
  actor: Actor,
  eventId: string,
  filter: ParticipationFilter,
  at = now(),
) {
  ensure(actor, "participation.export");
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({
        name: participations.name,
        email: participations.email,
        functionalTitle: participations.functionalTitle,
        organisation: organisationName,
        class: participations.class,
        state: participations.state,
        stateReason: participations.stateReason,
        accessNeeds: participations.accessNeeds,
        dietaryNeeds: participations.dietaryNeeds,
        locale: participations.locale,
        createdAt: participations.createdAt,
      })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(chosenBy(actor, eventId, filter))
      .orderBy(participations.arrival);
    const details = { rows: rows.length };
    await record(tx, actor, {
      action: "participation.export",
      subject: ["event", eventId],
      eventId,
      at,
      details,
    });
    return rows;
  });
}

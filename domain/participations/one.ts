import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { listed } from "./columns";

/** One participation for the workspace; its needs only for those who may read them. Refuses `not_found`. */
export async function participationForOrganizer(actor: Actor, id: string) {
  ensure(actor, "participation.list");
  const [row] = await db()
    .select({
      ...listed,
      familyName: participations.familyName,
      alternate: participations.alternate,
      eventId: participations.eventId,
      organisationId: participations.organisationId,
      organisationName: participations.organisationName,
      stateReason: participations.stateReason,
      accessNeeds: participations.accessNeeds,
      dietaryNeeds: participations.dietaryNeeds,
      needsErasedAt: participations.needsErasedAt,
      photoId: participations.photoId,
      locale: participations.locale,
    })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.id, id));
  if (!row) throw new Refusal("not_found");
  if (can(actor, "participation.read-needs", { participationId: id })) return row;
  return { ...row, accessNeeds: "", dietaryNeeds: "" };
}

import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AgendaAudience } from "@/db/enums";
import { currentAgenda } from "@/db/schema/agenda";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { isCurrentAt } from "@/domain/agenda/current";
import { isPublicAt } from "@/domain/publication/where";

/** What somebody outside of the workspace is shown of agendas: which released items, and papers of which audience. */
export type Reader = { items: SQL | undefined; audiences: AgendaAudience[] };

/**
 * The one question of who reads the papers of an agenda: conditions on the rows of `current_agenda` and their event.
 * A participant reads while approved, a focal point where the organisation has a delegation; everybody else what is
 * public. What is in no release, or for organizers alone, is nobody's.
 */
export function readerOf(actor: Actor, at: Date): Reader {
  const announced = isPublicAt({ publicFrom: events.announcedAt }, at);
  if (actor.kind === "participant") {
    const approved = db()
      .select({ one: sql`1` })
      .from(participations)
      .where(
        and(
          eq(participations.id, actor.participationId),
          eq(participations.eventId, currentAgenda.eventId),
          eq(participations.state, "approved"),
        ),
      );
    return { items: and(isCurrentAt(at), exists(approved)), audiences: ["public", "participants"] };
  }
  if (actor.kind === "user" && actor.role === "focal_point" && actor.organisationId) {
    const here = db()
      .select({ one: sql`1` })
      .from(delegations)
      .where(
        and(
          eq(delegations.organisationId, actor.organisationId),
          eq(delegations.eventId, currentAgenda.eventId),
        ),
      );
    return { items: and(isCurrentAt(at), announced, exists(here)), audiences: ["public", "participants"] };
  }
  return {
    items: and(isCurrentAt(at), announced, eq(currentAgenda.audience, "public")),
    audiences: ["public"],
  };
}

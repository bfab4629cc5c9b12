import type { Actor } from "@/domain/access/actor";
import type { Subject } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { releasedFor } from "./public-releases";

/**
 * The latest release of the agenda of a public event for those who take part, with what is for participants alone.
 * `whose` says by which participation or organisation they do. Nothing before the first release.
 */
export async function agendaForParticipants(actor: Actor, whose: Subject, eventId: string, at: Date) {
  const { participationId, organisationId } = whose;
  ensure(actor, "agenda.read-released", { participationId, organisationId });
  return releasedFor(["public", "participants"], eventId, at);
}

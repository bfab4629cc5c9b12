import { type AnswerAudience, answerAudiences, type ParticipationState } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { mayRead } from "./rules";

/** The participation whose answers somebody wants to read. */
export type AnswersOf = {
  id: string;
  delegationId: string | null;
  organisationId: string | null;
  state: ParticipationState;
};

/**
 * The audiences an actor belongs to, of one participation: what each query of answers asks for. Empty for whoever may
 * read none. The door reads of those only who are let in.
 */
export function readableBy(actor: Actor, of: AnswersOf): AnswerAudience[] {
  // A registration of one's own that names an organisation is not that organisation's to read.
  const subject = { participationId: of.id, organisationId: of.delegationId ? of.organisationId : null };
  const secretariat = can(actor, "participation.approve");
  const rights = {
    own: can(actor, "privacy.read-own", subject),
    needs: can(actor, "participation.read-needs", subject),
    secretariat,
    delegation: can(actor, "delegation.list", subject),
    door: secretariat || (can(actor, "check-in.list") && of.state === "approved"),
  };
  return answerAudiences.filter((audience) => mayRead(rights, audience));
}

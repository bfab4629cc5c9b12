import { type SubjectKind, subjectKinds } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { type Action, can } from "@/domain/access/can";

const participants = ["participation.list", "participation.approve"] as const;

/**
 * What one must be allowed to do, all of it, to read what was done to a thing of a kind: reasons and names in history
 * are no more open than the thing itself. A kind that is not here cannot be read.
 */
const needed: Record<SubjectKind, readonly Action[]> = {
  group: ["group.edit"],
  user: ["team.list"],
  organisation: ["organisation.edit"],
  membership: ["membership.edit"],
  person: ["person.edit"],
  office: ["office.edit"],
  appointment: ["appointment.edit"],
  event: ["workspace.enter"],
  agenda_item: ["agenda.edit"],
  agenda_release: ["agenda.edit"],
  participation: participants,
  delegation: participants,
  invitation: participants,
  question: participants,
  import: participants,
  mailing: participants,
  reminder: participants,
  participant_list: participants,
  statement: ["statement.list"],
  announcement: ["announcement.edit"],
  mail: ["mail.list"],
  accession: ["accession.list"],
  board_member: ["accession.list"],
  period: ["period.edit"],
  boilerplate: ["boilerplate.edit"],
  media: ["media.add"],
  release: ["release.list"],
  press_recipient: ["press-list.edit"],
  webhook: ["webhook.edit"],
  commitment: ["commitment.list"],
};

/** The kinds of things whose history an actor may read; none without the right to read history at all. */
export function readableKinds(actor: Actor): SubjectKind[] {
  if (!can(actor, "history.read")) return [];
  return subjectKinds.filter((kind) => needed[kind].every((action) => can(actor, action)));
}

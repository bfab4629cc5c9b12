import type { Role } from "@/db/enums";
import type { Actor } from "./actor";

/** What the decision may look at, of the row concerned. */
export type Subject = {
  organisationId?: string | null;
  participationId?: string;
  userId?: string;
  /** Of an invitation, that of whoever holds its link. */
  invitationId?: string;
  /** Of an application, that of whoever holds its link. */
  accessionId?: string;
};

type Rule = {
  roles: readonly Role[];
  also?: (actor: Actor, subject: Subject) => boolean;
};

const admins = ["admin"] as const;
const organizers = ["admin", "organizer"] as const;
const editors = ["admin", "organizer", "editor"] as const;
const protocol = ["admin", "organizer", "protocol"] as const;
const overriding = ["admin", "protocol"] as const;
const doors = ["admin", "organizer", "protocol", "door"] as const;
const secretariat = ["admin", "organizer", "protocol", "editor"] as const;
const staff = [...secretariat, "door"] as const;
const nobody = [] as const;

const ownParticipation = (actor: Actor, subject: Subject) =>
  actor.kind === "participant" && actor.participationId === subject.participationId;

/** A focal point, for what belongs to their own organisation. */
const ownDelegation = (actor: Actor, subject: Subject) =>
  actor.kind === "user" &&
  actor.role === "focal_point" &&
  actor.organisationId !== null &&
  actor.organisationId === subject.organisationId;

const ownOrDelegation = (actor: Actor, subject: Subject) =>
  ownParticipation(actor, subject) || ownDelegation(actor, subject);

const ownInvitation = (actor: Actor, subject: Subject) =>
  actor.kind === "invitee" && actor.invitationId === subject.invitationId;

const ownApplication = (actor: Actor, subject: Subject) =>
  actor.kind === "applicant" && actor.accessionId === subject.accessionId;

const system = (actor: Actor) => actor.kind === "system";

/**
 * The one table of who may do what. Deny by default: an action that is not here does not exist.
 * `roles` may do it to any row; `also` widens it to the actor's own row.
 */
export const rules = {
  "sign-in.ask": { roles: [], also: () => true },
  "workspace.enter": { roles: staff },
  "desk.enter": { roles: ["focal_point"] },
  "group.edit": { roles: admins },
  "team.list": { roles: organizers },
  "team.invite": { roles: admins, also: (actor) => actor.kind === "system" },
  "team.change-role": {
    roles: admins,
    also: (actor) => actor.kind === "system",
  },
  "team.deactivate": { roles: admins },
  "organisation.create": { roles: editors },
  "organisation.edit": { roles: editors },
  "membership.create": { roles: organizers },
  "membership.edit": { roles: organizers },
  "membership.withdraw": { roles: organizers },
  "person.create": { roles: editors },
  "person.edit": { roles: editors },
  "office.create": { roles: editors },
  "office.edit": { roles: editors },
  "appointment.create": { roles: editors },
  "appointment.edit": { roles: editors },
  "event.create": { roles: organizers },
  "event.edit": { roles: organizers },
  "event.announce": { roles: organizers },
  "event.cancel": { roles: organizers },
  "event.conclude": { roles: organizers },
  "agenda.edit": { roles: organizers },
  "agenda.release": { roles: organizers },
  "agenda.set-checks": { roles: organizers },
  "agenda.read-released": { roles: staff, also: ownOrDelegation },
  "agenda.tell-release": { roles: nobody, also: system },
  "agenda.run": { roles: organizers },
  "agenda.delay": { roles: organizers },
  "speakers.open": { roles: protocol },
  "speakers.edit": { roles: protocol },
  "speakers.request": { roles: protocol, also: ownDelegation },
  "speakers.withdraw": { roles: protocol, also: ownDelegation },
  "speakers.swap": { roles: protocol, also: ownDelegation },
  "speakers.pin": { roles: protocol },
  "speakers.call": { roles: protocol },
  "speakers.absent": { roles: protocol },
  "speakers.give-floor": { roles: protocol },
  "speakers.pause": { roles: protocol },
  "speakers.extend": { roles: protocol },
  "speakers.end": { roles: protocol },
  "speakers.hand-in": { roles: protocol, also: ownDelegation },
  "speakers.read-speech": { roles: protocol, also: ownDelegation },
  "speakers.publish": { roles: protocol },
  "agenda.star": { roles: nobody, also: (actor) => actor.kind === "public" || actor.kind === "user" },
  "run-of-show.read": { roles: doors },
  "run-of-show.edit": { roles: protocol },
  "run-of-show.tick": { roles: doors },
  "document.read": { roles: secretariat },
  "document.add": { roles: organizers },
  "document.change": { roles: organizers },
  "document.remove": { roles: organizers },
  "minutes.edit": { roles: editors },
  "minutes.publish": { roles: organizers },
  "minutes.withdraw": { roles: organizers },
  "participation.register": {
    roles: organizers,
    also: (actor) => actor.kind === "public" || actor.kind === "user",
  },
  "event.edit-places": { roles: protocol },
  "event.edit-form": { roles: organizers },
  "delegation.list": { roles: protocol, also: ownDelegation },
  "delegation.open": { roles: protocol },
  "delegation.edit": { roles: protocol },
  "delegation.message": { roles: protocol },
  "delegation.read-message": { roles: nobody, also: ownDelegation },
  "delegation.nominate": { roles: protocol, also: ownDelegation },
  "credentials.upload": { roles: protocol, also: ownDelegation },
  "credentials.read": { roles: protocol, also: ownDelegation },
  "credentials.decide": { roles: protocol },
  "invitation.list": { roles: protocol },
  "invitation.invite": { roles: protocol },
  "invitation.remind": { roles: protocol },
  "invitation.revoke": { roles: protocol },
  "invitation.answer": { roles: nobody, also: ownInvitation },
  "participation.add": { roles: protocol },
  "participation.list": { roles: protocol },
  "participation.read-needs": { roles: protocol, also: ownOrDelegation },
  "participation.export": { roles: protocol },
  "participation.import": { roles: protocol },
  "participation.tag": { roles: protocol },
  "participation.keep-filter": { roles: protocol },
  "participation.submit": { roles: protocol, also: ownDelegation },
  "participation.pre-approve": { roles: protocol },
  "participation.approve": { roles: protocol },
  "participation.override": { roles: overriding },
  "participation.hold": { roles: protocol },
  "participation.decline": { roles: protocol },
  "participation.waitlist": { roles: protocol },
  "participation.change": { roles: protocol, also: ownOrDelegation },
  "participation.answer": { roles: protocol, also: ownOrDelegation },
  "participation.replace": { roles: protocol, also: ownDelegation },
  "participation.withdraw": { roles: protocol, also: ownOrDelegation },
  "participation.answer-offer": { roles: protocol, also: ownOrDelegation },
  "participation.expire-offer": { roles: nobody, also: system },
  "participation.promote": { roles: protocol, also: system },
  "participant-list.publish": { roles: organizers },
  "participant-list.withdraw": { roles: organizers },
  "template.edit": { roles: organizers },
  "mailing.compose": { roles: organizers },
  "mailing.release": { roles: organizers },
  "mailing.discard": { roles: organizers },
  "reminder.edit": { roles: organizers },
  "reminder.send": { roles: nobody, also: system },
  "badge.print": { roles: protocol },
  "check-in.list": { roles: doors },
  "check-in.record": { roles: doors },
  "privacy.read-own": { roles: nobody, also: ownParticipation },
  "privacy.ask-erasure": { roles: nobody, also: ownParticipation },
  "privacy.erase": { roles: overriding },
  "privacy.report": { roles: overriding },
  "privacy.retain": { roles: overriding, also: system },
  "statement.list": { roles: editors },
  "statement.create": { roles: editors },
  "statement.edit": { roles: editors },
  "statement.adopt": { roles: organizers },
  "statement.publish": { roles: organizers },
  "statement.withdraw": { roles: organizers },
  "statement.invite-parties": { roles: organizers },
  "statement.circulate": { roles: organizers },
  "statement.negotiate": { roles: editors, also: ownDelegation },
  "statement.set-floor": { roles: organizers },
  "amendment.propose": { roles: organizers, also: ownDelegation },
  "amendment.rebase": { roles: organizers, also: ownDelegation },
  "amendment.sponsor": { roles: organizers, also: ownDelegation },
  "amendment.withdraw": { roles: organizers, also: ownDelegation },
  "amendment.decide": { roles: organizers },
  "comment.say": { roles: editors, also: ownDelegation },
  "comment.withdraw": { roles: editors, also: ownDelegation },
  "procedure.open": { roles: organizers },
  "procedure.extend": { roles: organizers },
  "procedure.cancel": { roles: organizers },
  "procedure.answer": { roles: organizers, also: ownDelegation },
  "procedure.close": { roles: nobody, also: system },
  "procedure.remind": { roles: nobody, also: system },
  "erratum.report": { roles: editors, also: ownDelegation },
  "erratum.decide": { roles: organizers },
  "translation.review": { roles: editors },
  "position.give": { roles: nobody, also: ownDelegation },
  "position.verify": { roles: organizers },
  "position.read-evidence": { roles: organizers, also: ownDelegation },
  "endorsement.ask": { roles: organizers },
  "endorsement.remind": { roles: organizers },
  "press-link.create": { roles: organizers },
  "press-link.revoke": { roles: organizers },
  "statement.print": { roles: nobody, also: system },
  "position.record": { roles: organizers },
  "position.withdraw": { roles: organizers, also: ownDelegation },
  "announcement.list": { roles: editors },
  "announcement.create": { roles: editors },
  "announcement.edit": { roles: editors },
  "announcement.publish": { roles: organizers },
  "announcement.withdraw": { roles: organizers },
  "accession.apply": { roles: organizers, also: (actor) => actor.kind === "public" || actor.kind === "user" },
  "accession.list": { roles: organizers },
  "accession.record": { roles: organizers },
  "accession.edit": { roles: organizers },
  "accession.note": { roles: organizers },
  "accession.check": { roles: organizers },
  "accession.review": { roles: organizers },
  "accession.send-to-board": { roles: organizers },
  "accession.decide": { roles: organizers },
  "accession.approve": { roles: organizers },
  "accession.decline": { roles: organizers },
  "accession.withdraw": { roles: organizers, also: ownApplication },
  "board.edit": { roles: admins },
  "organisation.rename": { roles: editors },
  "period.edit": { roles: admins },
  "boilerplate.edit": { roles: editors },
  "media.add": { roles: editors },
  "media.remove": { roles: editors },
  "announcement.submit": { roles: editors },
  "announcement.remark": { roles: editors },
  "announcement.approve": { roles: editors },
  "announcement.preview": { roles: editors },
  "announcement.tell": { roles: nobody, also: system },
  "release.list": { roles: editors },
  "release.edit": { roles: organizers },
  "release.schedule": { roles: organizers },
  "release.cancel": { roles: organizers },
  "release.publish": { roles: organizers },
  "release.undo": { roles: organizers },
  "release.rehearse": { roles: editors },
  "release.carry-out": { roles: nobody, also: system },
  "commitment.list": { roles: editors },
  "commitment.edit": { roles: editors },
  "commitment.report": { roles: organizers },
  "commitment.publish": { roles: organizers },
  "commitment.withdraw": { roles: organizers },
  "subscription.subscribe": {
    roles: nobody,
    also: (actor) => actor.kind === "public" || actor.kind === "user",
  },
  "subscription.tell": { roles: nobody, also: system },
  "press-list.edit": { roles: organizers },
  "webhook.edit": { roles: admins },
  "webhook.deliver": { roles: nobody, also: system },
  "mail.list": { roles: organizers },
  "mail.retry": { roles: organizers },
  "mail.deliver": { roles: nobody, also: (actor) => actor.kind === "system" },
  "history.read": { roles: secretariat },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/** Whether the actor may do the action to the row. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const rule: Rule = rules[action];
  if (actor.kind === "user" && rule.roles.includes(actor.role)) return true;
  return rule.also?.(actor, subject) ?? false;
}

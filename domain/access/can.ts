import type { Role } from "@/db/enums";
import type { Actor } from "./actor";

/** What the decision may look at, of the row concerned. */
export type Subject = {
  organisationId?: string | null;
  participationId?: string;
  userId?: string;
};

type Rule = {
  roles: readonly Role[];
  also?: (actor: Actor, subject: Subject) => boolean;
};

const admins = ["admin"] as const;
const organizers = ["admin", "organizer"] as const;
const editors = ["admin", "organizer", "editor"] as const;
const staff = ["admin", "organizer", "editor", "door"] as const;
const nobody = [] as const;

const ownParticipation = (actor: Actor, subject: Subject) =>
  actor.kind === "participant" && actor.participationId === subject.participationId;

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
  "participation.register": {
    roles: organizers,
    also: (actor) => actor.kind === "public" || actor.kind === "user",
  },
  "participation.add": { roles: organizers },
  "participation.list": { roles: ["admin", "organizer", "door"] },
  "participation.read-needs": { roles: organizers, also: ownParticipation },
  "participation.export": { roles: organizers },
  "participation.approve": { roles: organizers },
  "participation.decline": { roles: organizers },
  "participation.waitlist": { roles: organizers },
  "participation.change": { roles: organizers, also: ownParticipation },
  "participation.withdraw": { roles: organizers, also: ownParticipation },
  "participation.promote": {
    roles: organizers,
    also: (actor) => actor.kind === "system",
  },
  "participation.erase-needs": {
    roles: nobody,
    also: (actor) => actor.kind === "system",
  },
  "statement.list": { roles: editors },
  "statement.create": { roles: editors },
  "statement.edit": { roles: editors },
  "statement.adopt": { roles: organizers },
  "statement.publish": { roles: organizers },
  "statement.withdraw": { roles: organizers },
  "position.record": { roles: organizers },
  "position.withdraw": { roles: organizers },
  "announcement.list": { roles: editors },
  "announcement.create": { roles: editors },
  "announcement.edit": { roles: editors },
  "announcement.publish": { roles: organizers },
  "announcement.withdraw": { roles: organizers },
  "mail.list": { roles: organizers },
  "mail.retry": { roles: organizers },
  "mail.deliver": { roles: nobody, also: (actor) => actor.kind === "system" },
  "history.read": { roles: staff },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/** Whether the actor may do the action to the row. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const rule: Rule = rules[action];
  if (actor.kind === "user" && rule.roles.includes(actor.role)) return true;
  return rule.also?.(actor, subject) ?? false;
}

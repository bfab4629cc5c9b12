import { describe, expect, it } from "vitest";
import { type Role, roles } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { type Action, can, rules } from "@/domain/access/can";

/**
 * Who may do what, written a second time and by hand: A administrator, O organizer, R protocol, E editor, D door,
 * F focal point on their own organisation's, P participant on their own registration, I invitee on their own
 * invitation, N nobody signed in, S the system. A new action without a row fails.
 */
const table: Record<Action, string> = {
  "sign-in.ask": "AOREDFPINS",
  "workspace.enter": "AORED",
  "desk.enter": "F",
  "group.edit": "A",
  "team.list": "AO",
  "team.invite": "AS",
  "team.change-role": "AS",
  "team.deactivate": "A",
  "organisation.create": "AOE",
  "organisation.edit": "AOE",
  "membership.create": "AO",
  "membership.edit": "AO",
  "membership.withdraw": "AO",
  "person.create": "AOE",
  "person.edit": "AOE",
  "office.create": "AOE",
  "office.edit": "AOE",
  "appointment.create": "AOE",
  "appointment.edit": "AOE",
  "event.create": "AO",
  "event.edit": "AO",
  "event.announce": "AO",
  "event.cancel": "AO",
  "event.conclude": "AO",
  "agenda.edit": "AO",
  "agenda.release": "AO",
  "agenda.set-checks": "AO",
  "agenda.read-released": "AOREDFP",
  "agenda.tell-release": "S",
  "agenda.run": "AO",
  "agenda.delay": "AO",
  "speakers.open": "AOR",
  "speakers.edit": "AOR",
  "speakers.request": "AORF",
  "speakers.withdraw": "AORF",
  "speakers.swap": "AORF",
  "speakers.pin": "AOR",
  "speakers.call": "AOR",
  "speakers.absent": "AOR",
  "speakers.give-floor": "AOR",
  "speakers.pause": "AOR",
  "speakers.extend": "AOR",
  "speakers.end": "AOR",
  "speakers.hand-in": "AORF",
  "speakers.read-speech": "AORF",
  "speakers.publish": "AOR",
  "agenda.star": "AOREDFN",
  "run-of-show.read": "AORD",
  "run-of-show.edit": "AOR",
  "run-of-show.tick": "AORD",
  "document.read": "AORE",
  "document.add": "AO",
  "document.change": "AO",
  "document.remove": "AO",
  "minutes.edit": "AOE",
  "minutes.publish": "AO",
  "minutes.withdraw": "AO",
  "participation.register": "AOREDFN",
  "event.edit-places": "AOR",
  "event.edit-form": "AO",
  "delegation.list": "AORF",
  "delegation.open": "AOR",
  "delegation.edit": "AOR",
  "delegation.message": "AOR",
  "delegation.read-message": "F",
  "delegation.nominate": "AORF",
  "credentials.upload": "AORF",
  "credentials.read": "AORF",
  "credentials.decide": "AOR",
  "invitation.list": "AOR",
  "invitation.invite": "AOR",
  "invitation.remind": "AOR",
  "invitation.revoke": "AOR",
  "invitation.answer": "I",
  "participation.add": "AOR",
  "participation.list": "AOR",
  "participation.read-needs": "AORFP",
  "participation.export": "AOR",
  "participation.import": "AOR",
  "participation.tag": "AOR",
  "participation.keep-filter": "AOR",
  "participation.submit": "AORF",
  "participation.pre-approve": "AOR",
  "participation.approve": "AOR",
  "participation.override": "AR",
  "participation.hold": "AOR",
  "participation.decline": "AOR",
  "participation.waitlist": "AOR",
  "participation.change": "AORFP",
  "participation.answer": "AORFP",
  "participation.replace": "AORF",
  "participation.withdraw": "AORFP",
  "participation.answer-offer": "AORFP",
  "participation.expire-offer": "S",
  "participation.promote": "AORS",
  "participant-list.publish": "AO",
  "participant-list.withdraw": "AO",
  "template.edit": "AO",
  "mailing.compose": "AO",
  "mailing.release": "AO",
  "mailing.discard": "AO",
  "reminder.edit": "AO",
  "reminder.send": "S",
  "badge.print": "AOR",
  "check-in.list": "AORD",
  "check-in.record": "AORD",
  "privacy.read-own": "P",
  "privacy.ask-erasure": "P",
  "privacy.erase": "AR",
  "privacy.report": "AR",
  "privacy.retain": "ARS",
  "statement.list": "AOE",
  "statement.create": "AOE",
  "statement.edit": "AOE",
  "statement.adopt": "AO",
  "statement.publish": "AO",
  "statement.withdraw": "AO",
  "statement.invite-parties": "AO",
  "statement.circulate": "AO",
  "statement.negotiate": "AOEF",
  "statement.set-floor": "AO",
  "amendment.propose": "AOF",
  "amendment.rebase": "AOF",
  "amendment.sponsor": "AOF",
  "amendment.withdraw": "AOF",
  "amendment.decide": "AO",
  "comment.say": "AOEF",
  "comment.withdraw": "AOEF",
  "procedure.open": "AO",
  "procedure.extend": "AO",
  "procedure.cancel": "AO",
  "procedure.answer": "AOF",
  "procedure.close": "S",
  "procedure.remind": "S",
  "erratum.report": "AOEF",
  "erratum.decide": "AO",
  "translation.review": "AOE",
  "position.give": "F",
  "position.verify": "AO",
  "position.read-evidence": "AOF",
  "endorsement.ask": "AO",
  "endorsement.remind": "AO",
  "press-link.create": "AO",
  "press-link.revoke": "AO",
  "statement.print": "S",
  "position.record": "AO",
  "position.withdraw": "AOF",
  "announcement.list": "AOE",
  "announcement.create": "AOE",
  "announcement.edit": "AOE",
  "announcement.publish": "AO",
  "announcement.withdraw": "AO",
  "mail.list": "AO",
  "mail.retry": "AO",
  "mail.deliver": "S",
  "history.read": "AORE",
};

const letters: Record<Role, string> = {
  admin: "A",
  organizer: "O",
  protocol: "R",
  editor: "E",
  door: "D",
  focal_point: "F",
};
const own = { participationId: "own", organisationId: "o", invitationId: "own" };
const actors: [string, Actor][] = [
  ...roles.map((role): [string, Actor] => [
    letters[role],
    { kind: "user", id: "u", name: "u", role, organisationId: role === "focal_point" ? "o" : null },
  ]),
  ["P", { kind: "participant", participationId: "own", eventId: "e" }],
  ["I", { kind: "invitee", invitationId: "own", eventId: "e" }],
  ["N", { kind: "public" }],
  ["S", { kind: "system", name: "s" }],
];

describe("who may do what", () => {
  it("has a row for every action", () => {
    expect(Object.keys(rules).toSorted()).toEqual(Object.keys(table).toSorted());
  });

  it.each(Object.entries(table))("%s: %s", (action, allowed) => {
    const may = actors.filter(([, actor]) => can(actor, action as Action, own)).map(([letter]) => letter);
    expect(may.join("")).toBe(
      actors
        .map(([letter]) => letter)
        .filter((letter) => allowed.includes(letter))
        .join(""),
    );
  });

  it("gives a participant nothing of another's registration", () => {
    const other: Actor = { kind: "participant", participationId: "other", eventId: "e" };
    const reached = (Object.keys(rules) as Action[]).filter((action) => can(other, action, own));
    expect(reached).toEqual(["sign-in.ask"]);
  });

  it("gives a focal point nothing of another organisation's, and an invitee nothing of another's invitation", () => {
    const focal: Actor = { kind: "user", id: "u", name: "u", role: "focal_point", organisationId: "other" };
    const invitee: Actor = { kind: "invitee", invitationId: "other", eventId: "e" };
    const reached = (actor: Actor) =>
      (Object.keys(rules) as Action[]).filter((action) => can(actor, action, own));
    expect(reached(focal)).toEqual(["sign-in.ask", "desk.enter", "agenda.star", "participation.register"]);
    expect(reached(invitee)).toEqual(["sign-in.ask"]);
  });
});

import { describe, expect, it } from "vitest";
import { type Role, roles } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { type Action, can, rules } from "@/domain/access/can";

/**
 * Who may do what, written a second time and by hand: A administrator, O organizer, E editor, D door, F focal point,
 * P participant on their own registration, N nobody signed in, S the system. A new action without a row fails.
 */
const table: Record<Action, string> = {
  "sign-in.ask": "AOEDFPNS",
  "workspace.enter": "AOED",
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
  "participation.register": "AOEDFN",
  "participation.add": "AO",
  "participation.list": "AOD",
  "participation.read-needs": "AOP",
  "participation.export": "AO",
  "participation.approve": "AO",
  "participation.decline": "AO",
  "participation.waitlist": "AO",
  "participation.change": "AOP",
  "participation.withdraw": "AOP",
  "participation.promote": "AOS",
  "participation.erase-needs": "S",
  "statement.list": "AOE",
  "statement.create": "AOE",
  "statement.edit": "AOE",
  "statement.adopt": "AO",
  "statement.publish": "AO",
  "statement.withdraw": "AO",
  "position.record": "AO",
  "position.withdraw": "AO",
  "announcement.list": "AOE",
  "announcement.create": "AOE",
  "announcement.edit": "AOE",
  "announcement.publish": "AO",
  "announcement.withdraw": "AO",
  "mail.list": "AO",
  "mail.retry": "AO",
  "mail.deliver": "S",
  "history.read": "AOED",
};

const letters: Record<Role, string> = {
  admin: "A",
  organizer: "O",
  editor: "E",
  door: "D",
  focal_point: "F",
};
const own = { participationId: "own" };
const actors: [string, Actor][] = [
  ...roles.map((role): [string, Actor] => [
    letters[role],
    { kind: "user", id: "u", name: "u", role, organisationId: role === "focal_point" ? "o" : null },
  ]),
  ["P", { kind: "participant", participationId: "own", eventId: "e" }],
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
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participationStates, registrationPolicies } from "@/db/enums";
import { bulkInput, registrationInput } from "@/domain/participations/input";
import {
  admit,
  doorWords,
  lets,
  mayChange,
  possible,
  registrationDoor,
  returnsToReview,
  stateOfSuccessor,
  stepsFrom,
} from "@/domain/participations/rules";
import { inert } from "@/lib/csv";

const at = new Date("2026-03-02T09:00:00Z");
const event = {
  announcedAt: new Date("2026-01-01T00:00:00Z"),
  cancelledAt: null,
  startsAt: new Date("2026-06-01T00:00:00Z"),
  endsAt: new Date("2026-06-02T00:00:00Z"),
  registrationPolicy: "open" as const,
  registrationOpensAt: null,
  registrationClosesAt: null,
};

describe("the door", () => {
  it("where the secretariat decides tells whether there are seats", () => {
    expect(doorWords("approval", 1)).toBe("approval");
    expect(doorWords("approval", Number.POSITIVE_INFINITY)).toBe("approval");
    expect(doorWords("approval", 0)).toBe("approval_full");
    expect(doorWords("over", 0)).toBe("over");
  });

  it.each([
    ["open", {}, 1],
    ["waiting_list", {}, 0],
    ["open", {}, Number.POSITIVE_INFINITY],
    ["approval", { registrationPolicy: "approval" as const }, 0],
    ["by_invitation", { registrationPolicy: "invitation" as const }, 0],
    ["no_registration", { registrationPolicy: "closed" as const }, 0],
    ["not_public", { announcedAt: null }, 0],
    ["not_public", { announcedAt: new Date(at.getTime() + 1) }, 0],
    ["cancelled", { cancelledAt: at }, 0],
    ["not_yet", { registrationOpensAt: new Date(at.getTime() + 1) }, 0],
    ["open", { registrationOpensAt: at }, 1],
    ["over", { registrationClosesAt: at }, 0],
    ["over", { endsAt: at }, 0],
  ])("is %s for %o with %i seats free", (door, facts, free) => {
    expect(registrationDoor({ ...event, ...facts }, free, at)).toBe(door);
  });

  it("never gives a seat that is not free, whatever the facts", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.constantFrom(...registrationPolicies), (free, registrationPolicy) => {
        const door = registrationDoor({ ...event, registrationPolicy }, free, at);
        if (lets(door) && admit(door) === "approved") expect(free).toBeGreaterThan(0);
      }),
    );
  });
});

describe("steps", () => {
  it("lead nowhere from what is over, and only forward", () => {
    expect(stepsFrom("withdrawn")).toEqual([]);
    expect(stepsFrom("declined")).toEqual([]);
    expect(stepsFrom("replaced")).toEqual([]);
    expect(stepsFrom("nominated")).toEqual(["submit", "withdraw", "replace", "change"]);
    expect(stepsFrom("submitted")).toEqual([
      "pre_approve",
      "approve",
      "waitlist",
      "hold",
      "decline",
      "withdraw",
      "replace",
      "change",
    ]);
    expect(participationStates.filter((state) => possible("approve", state))).toEqual([
      "submitted",
      "pre_approved",
      "waitlisted",
      "on_hold",
    ]);
  });

  it("come back to review only where a decision was made and a marked field is another", () => {
    const marked = ["name", "organisation"] as const;
    expect(returnsToReview("approved", ["name"], marked)).toBe(true);
    expect(returnsToReview("pre_approved", ["organisationName"], marked)).toBe(true);
    expect(returnsToReview("approved", ["functionalTitle", "dietaryNeeds"], marked)).toBe(false);
    expect(returnsToReview("waitlisted", ["name"], marked)).toBe(false);
    expect(returnsToReview("approved", ["name"], [])).toBe(false);
  });
});

describe("input", () => {
  const said = {
    event: "summit",
    name: "Anna",
    email: "A@B.org",
    locale: "sv",
    functionalTitle: "",
    organisationId: "",
    organisationName: " Works ",
    accessNeeds: "",
    dietaryNeeds: "",
  };
  it("ignores what it does not know and lets the chosen organisation win", () => {
    expect(registrationInput.parse({ ...said, state: "approved", class: "head" })).not.toHaveProperty(
      "state",
    );
    expect(registrationInput.parse(said)).toMatchObject({
      email: "a@b.org",
      organisationName: "Works",
      listed: false,
    });
    const id = "6f1f2a34-0000-4000-8000-000000000000";
    expect(registrationInput.parse({ ...said, organisationId: id })).toMatchObject({
      organisationId: id,
      organisationName: "",
    });
  });

  it("reads ticked rows, one or several, and refuses none", () => {
    const id = "6f1f2a34-0000-4000-8000-000000000000";
    const bulk = { eventId: id, step: "approve", reason: "" };
    expect(bulkInput.parse({ ...bulk, chosen: `${id}:3` }).chosen).toEqual([{ id, revision: 3 }]);
    expect(bulkInput.parse({ ...bulk, chosen: [`${id}:3`, `${id}:4`] }).chosen).toHaveLength(2);
    for (const chosen of [undefined, [], "x", `${id}`, `${id}:0`, [null]]) {
      expect(bulkInput.safeParse({ ...bulk, chosen }).success).toBe(false);
    }
  });
});

describe("a cell of an exported file", () => {
  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\tx", "'\tx"],
    ["+46 70 123 45 67", "+46 70 123 45 67"],
    ["bin Salman", "bin Salman"],
    ["", ""],
  ])("%j becomes %j", (cell, safe) => expect(inert(cell)).toBe(safe));
});

describe("who changes what", () => {
  it("leaves the organisation to the secretariat, and a person's rank and class to their delegation", () => {
    for (const field of ["class", "level", "alternate", "email", "courtesyTitle"]) {
      expect(mayChange("delegation", field, true), field).toBe(true);
      expect(mayChange("participant", field, true), field).toBe(false);
      expect(mayChange("participant", field, false), field).toBe(false);
    }
    for (const field of ["organisationId", "organisationName"]) {
      expect(mayChange("secretariat", field, true), field).toBe(true);
      expect(mayChange("delegation", field, true), field).toBe(false);
      expect(mayChange("participant", field, true), field).toBe(false);
      expect(mayChange("participant", field, false), field).toBe(true);
    }
    for (const field of ["name", "functionalTitle", "accessNeeds", "dietaryNeeds"])
      expect(mayChange("participant", field, true), field).toBe(true);
  });
});

describe("whoever takes somebody's place", () => {
  it("is never let in unseen by a delegation, and never less than asked for by whoever decides", () => {
    for (const state of participationStates.filter((one) => possible("replace", one))) {
      const byDelegation = stateOfSuccessor(state, false);
      expect(byDelegation, state).toBe(state === "nominated" ? "nominated" : "submitted");
      expect(stateOfSuccessor(state, true), state).toBe(state === "on_hold" ? "submitted" : state);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailStates } from "@/db/enums";
import { acceptInvitationInput, inviteInput } from "@/domain/invitations/input";
import {
  type InvitationRecords,
  invitableClasses,
  invitationState,
  invitees,
  isOpen,
} from "@/domain/invitations/rules";

const at = new Date("2026-03-02T09:00:00Z");
const earlier = new Date(at.getTime() - 1);
const later = new Date(at.getTime() + 1);
const fresh: InvitationRecords = {
  acceptedAt: null,
  declinedAt: null,
  revokedAt: null,
  expiresAt: later,
  openedAt: null,
  mail: "sent",
};

describe("the state of an invitation", () => {
  it.each([
    ["sent", {}],
    ["sending", { mail: "queued" }],
    ["sending", { mail: "draft" }],
    ["sending", { mail: null }],
    ["bounced", { mail: "bounced" }],
    ["bounced", { mail: "failed" }],
    ["bounced", { mail: "cancelled" }],
    ["opened", { openedAt: earlier }],
    ["opened", { openedAt: earlier, mail: "bounced" }],
    ["expired", { expiresAt: at }],
    ["expired", { expiresAt: at, openedAt: earlier }],
    ["revoked", { revokedAt: earlier, expiresAt: at }],
    ["declined", { declinedAt: earlier, expiresAt: at }],
    ["accepted", { acceptedAt: earlier, expiresAt: at, revokedAt: at }],
  ] as const)("is %s for %o", (state, records) => {
    expect(invitationState({ ...fresh, ...records }, at)).toBe(state);
  });

  const when = fc.option(fc.constantFrom(earlier, at, later));
  const records = fc.record({
    acceptedAt: when,
    declinedAt: when,
    revokedAt: when,
    expiresAt: fc.constantFrom(earlier, at, later),
    openedAt: when,
    mail: fc.option(fc.constantFrom(...mailStates)),
  });

  it("is open exactly while it is neither answered nor ended, and once over stays so", () => {
    fc.assert(
      fc.property(records, (of) => {
        const open = isOpen(invitationState(of, at));
        expect(open).toBe(!of.acceptedAt && !of.declinedAt && !of.revokedAt && at < of.expiresAt);
        if (!open) expect(isOpen(invitationState(of, later))).toBe(false);
      }),
    );
  });
});

describe("a pasted list", () => {
  it.each([
    ["Amina bin Salman <amina@example.org>", "Amina bin Salman", "amina@example.org"],
    ["amina@example.org", "", "amina@example.org"],
    ["Salman, Amina; AMINA@example.org", "Salman Amina", "amina@example.org"],
    ["Amina bin Salman\tamina@example.org\t", "Amina bin Salman", "amina@example.org"],
    ['"Amina bin Salman" <amina@example.org>', "Amina bin Salman", "amina@example.org"],
    ["nobody at all", "nobody at all", ""],
  ])("reads %j", (line, name, email) => {
    expect(invitees(line)).toEqual([{ line: 1, name, email }]);
  });

  it("keeps the numbers of the lines, passes over empty ones, and takes an address once", () => {
    expect(invitees("\na@example.org\n\n A <A@example.org>\nb@example.org")).toEqual([
      { line: 2, name: "", email: "a@example.org" },
      { line: 5, name: "", email: "b@example.org" },
    ]);
  });

  it("never throws, and never makes two of one address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const found = invitees(text).filter(({ email }) => email !== "");
        expect(new Set(found.map(({ email }) => email)).size).toBe(found.length);
      }),
    );
  });
});

describe("input", () => {
  const id = "6f1f2a34-0000-4000-8000-000000000000";
  const terms = { eventId: id, pool: "open", locale: "en", expiresAt: "2026-04-01T12:00", email: "a@b.org" };
  it("invites nobody as head of a delegation, which nominates its own", () => {
    expect(invitableClasses).not.toContain("head");
    expect(inviteInput.safeParse({ ...terms, class: "head" }).success).toBe(false);
    expect(inviteInput.parse({ ...terms, class: "speaker", guaranteed: "on" })).toMatchObject({
      guaranteed: true,
      name: "",
    });
  });

  it("takes no other address, class or pool from whoever answers", () => {
    const said = { link: "A".repeat(22), name: "Amina", email: "x@y.org", class: "head", pool: "hosts" };
    expect(Object.keys(acceptInvitationInput.parse({ ...said, organisationId: "" }))).not.toEqual(
      expect.arrayContaining(["email"]),
    );
    const parsed = acceptInvitationInput.parse(said);
    for (const field of ["email", "class", "pool"]) expect(parsed).not.toHaveProperty(field);
    expect(acceptInvitationInput.safeParse({ ...said, link: "short" }).success).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { type AccessionState, organisationKinds } from "@/db/enums";
import {
  type AccessionRecords,
  type AccessionSpell,
  type ApprovalFacts,
  accessionState,
  dueBy,
  hasEnded,
  isOpen,
  isOverdue,
  needsBoard,
  obstaclesToApproving,
} from "@/domain/accessions/rules";
import { boardOutcome } from "@/domain/board/rules";

const at = new Date("2026-03-02T09:00:00Z");
const before = new Date("2026-03-01T09:00:00Z");
const later = new Date("2026-03-03T09:00:00Z");
const today = "2026-03-02";

const none: AccessionRecords = {
  reviewedAt: null,
  sentToBoardAt: null,
  approvedAt: null,
  declinedAt: null,
  withdrawnAt: null,
};
const hidden: AccessionSpell = { joinedOn: today, publicFrom: null, withdrawnAt: null };
const approved = { reviewedAt: before, sentToBoardAt: before, approvedAt: before };

describe("where an accession stands", () => {
  const table: [string, Partial<AccessionRecords>, AccessionSpell | null, AccessionState][] = [
    ["nothing happened", {}, null, "applied"],
    ["in review", { reviewedAt: before }, null, "in_review"],
    ["reviewed at this very moment", { reviewedAt: at }, null, "in_review"],
    ["to be reviewed later", { reviewedAt: later }, null, "applied"],
    ["with the board", { reviewedAt: before, sentToBoardAt: before }, null, "with_board"],
    ["approved by the secretariat", { reviewedAt: before, approvedAt: before }, hidden, "approved"],
    ["approved by the board", approved, hidden, "approved"],
    ["approved, announced a moment from now", approved, { ...hidden, publicFrom: later }, "approved"],
    ["announced at this very moment, today's member", approved, { ...hidden, publicFrom: at }, "in_force"],
    [
      "announced, to join tomorrow",
      approved,
      { ...hidden, joinedOn: "2026-03-03", publicFrom: before },
      "announced",
    ],
    ["in force", approved, { ...hidden, joinedOn: "2026-02-01", publicFrom: before }, "in_force"],
    ["its spell taken back", approved, { ...hidden, publicFrom: before, withdrawnAt: before }, "withdrawn"],
    ["declined", { reviewedAt: before, declinedAt: before }, null, "declined"],
    ["declined by the board", { ...approved, approvedAt: null, declinedAt: at }, null, "declined"],
    ["withdrawn at once", { withdrawnAt: before }, null, "withdrawn"],
    ["withdrawn after approval", { ...approved, withdrawnAt: at }, hidden, "withdrawn"],
  ];

  it.each(table)("%s", (_, records, spell, state) => {
    expect(accessionState({ ...none, ...records }, spell, { at, today })).toBe(state);
  });

  it("is open until it is decided, and has ended where it came to nothing", () => {
    const states = table.map(([, , , state]) => state);
    expect(new Set(states.filter(isOpen))).toEqual(new Set(["applied", "in_review", "with_board"]));
    expect(new Set(states.filter(hasEnded))).toEqual(new Set(["declined", "withdrawn"]));
  });
});

describe("deadlines", () => {
  const days = { reviewBy: "2026-03-01", boardBy: "2026-03-02", announceBy: "2026-03-03" };

  it("are those of the step that is waited for; the day itself is not late", () => {
    expect(dueBy("applied", days)).toBe("2026-03-01");
    expect(dueBy("in_review", days)).toBe("2026-03-01");
    expect(dueBy("with_board", days)).toBe("2026-03-02");
    expect(dueBy("approved", days)).toBe("2026-03-03");
    for (const state of ["announced", "in_force", "declined", "withdrawn"] as const)
      expect(dueBy(state, days)).toBeNull();
    expect(isOverdue("in_review", days, today)).toBe(true);
    expect(isOverdue("with_board", days, today)).toBe(false);
    expect(isOverdue("in_review", { ...days, reviewBy: null }, today)).toBe(false);
  });
});

describe("what stands in the way of approving", () => {
  const seats = ["a", "b", "c"].map((id) => ({ id, fromOn: "2025-01-01", toOn: null }));
  const said = (answers: Record<string, "approves" | "declines" | "abstains">) =>
    boardOutcome(
      seats,
      Object.entries(answers).map(([boardMemberId, answer]) => ({
        boardMemberId,
        answer,
        answeredOn: today,
      })),
      2,
      today,
    );
  const fine: ApprovalFacts = {
    state: "with_board",
    kind: "company",
    board: said({ a: "approves", b: "approves" }),
    receivedOn: "2026-02-01",
    approvedOn: today,
    joinedOn: today,
    today,
    spells: [{ joinedOn: "2019-09-23", leftOn: "2021-01-01" }],
    contact: "free",
    namesake: false,
  };
  const of = (facts: Partial<ApprovalFacts>) => obstaclesToApproving({ ...fine, ...facts });

  it.each<[string, Partial<ApprovalFacts>, string[]]>([
    ["nothing", {}, []],
    ["a member that left and returns", { joinedOn: "2021-01-01" }, []],
    ["not reviewed", { state: "applied" }, ["not_reviewed"]],
    ["the board was not asked", { state: "in_review" }, ["board_not_asked"]],
    ["too few answered", { board: said({ a: "approves" }) }, ["quorum_not_reached"]],
    ["as many against as for", { board: said({ a: "approves", b: "declines" }) }, ["majority_against"]],
    ["nobody for it", { board: said({ a: "abstains", b: "abstains" }) }, ["majority_against"]],
    ["a member on these days", { joinedOn: "2020-12-31" }, ["already_member"]],
    ["a member to be", { spells: [{ joinedOn: "2027-01-01", leftOn: null }] }, ["already_member"]],
    ["a namesake in the register", { namesake: true }, ["organisation_known"]],
    ["an address of somebody else", { contact: "taken" }, ["contact_has_account"]],
    ["decided before it was received", { approvedOn: "2026-01-31" }, ["before_received"]],
    ["decided tomorrow", { approvedOn: "2026-03-03" }, ["approved_ahead"]],
    ["a country needs no board", { kind: "country", state: "in_review", board: said({}) }, []],
  ])("%s", (_, facts, codes) => {
    expect(of(facts)).toEqual(codes);
  });

  it("asks the board about companies, and not about countries", () => {
    expect(organisationKinds.filter(needsBoard)).toEqual(["company", "ngo", "academia", "other"]);
  });
});

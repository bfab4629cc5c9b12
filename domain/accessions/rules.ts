import type { AccessionCheck, AccessionState, OrganisationKind } from "@/db/enums";
import type { BoardOutcome } from "@/domain/board/rules";
import { overlaps } from "@/domain/members/rules";
import { isPublic, type Publishable } from "@/domain/publication/rules";
import { addDays } from "@/lib/time";

/** Which kinds the board approves; a country, or what countries have founded, is approved by the secretariat. */
const boardDecides: Record<OrganisationKind, boolean> = {
  country: false,
  company: true,
  international_organisation: false,
  ngo: true,
  academia: true,
  other: true,
};

/** Whether the board must approve an organisation of a kind before it is a member. */
export const needsBoard = (kind: OrganisationKind): boolean => boardDecides[kind];

/** What has happened to an application. */
export type AccessionRecords = {
  reviewedAt: Date | null;
  sentToBoardAt: Date | null;
  approvedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
};

/** The spell that approval made. */
export type AccessionSpell = Publishable & { joinedOn: string };

/** Where an accession stands at a moment, `today` being its day: nothing of it is stored. */
export function accessionState(
  records: AccessionRecords,
  membership: AccessionSpell | null,
  { at, today }: { at: Date; today: string },
): AccessionState {
  const happened = (instant: Date | null) => instant !== null && instant <= at;
  // A spell that was taken back as never having been takes its accession with it.
  if (happened(records.withdrawnAt) || happened(membership?.withdrawnAt ?? null)) return "withdrawn";
  if (happened(records.declinedAt)) return "declined";
  if (happened(records.approvedAt)) {
    if (!membership || !isPublic(membership, at)) return "approved";
    return membership.joinedOn <= today ? "in_force" : "announced";
  }
  if (happened(records.sentToBoardAt)) return "with_board";
  return happened(records.reviewedAt) ? "in_review" : "applied";
}

/** Whether an application still awaits a decision. */
export const isOpen = (state: AccessionState): boolean =>
  state === "applied" || state === "in_review" || state === "with_board";

/** The states in which an application has come to nothing. */
export const hasEnded = (state: AccessionState): boolean => state === "declined" || state === "withdrawn";

type Deadlines = { reviewBy: string | null; boardBy: string | null; announceBy: string | null };

/** The day by which the step an accession waits for is to be done; null where there is none. */
export function dueBy(state: AccessionState, { reviewBy, boardBy, announceBy }: Deadlines): string | null {
  if (state === "applied" || state === "in_review") return reviewBy;
  if (state === "with_board") return boardBy;
  return state === "approved" ? announceBy : null;
}

/** Whether the step it waits for should have been done before a day. */
export function isOverdue(state: AccessionState, deadlines: Deadlines, today: string): boolean {
  const due = dueBy(state, deadlines);
  return due !== null && due < today;
}

/** The deadlines of steps until somebody sets others: two weeks to review, three for the board, sixty days to announce. */
export const usualDeadline = {
  review: (receivedOn: string) => addDays(receivedOn, 14),
  board: (sentOn: string) => addDays(sentOn, 21),
  announce: (approvedOn: string) => addDays(approvedOn, 60),
};

/** What is looked after by when: three things before the review is done, three before the member is announced. */
export const checksBefore = {
  review: ["contact_confirmed", "commitment_on_file", "own_actions"],
  announce: ["focal_point", "logo", "press_contact"],
} as const satisfies Record<string, readonly AccessionCheck[]>;

/** To whom the address of the contact belongs: nobody yet, a focal point of the same organisation, somebody else. */
export type ContactAccount = "free" | "own" | "taken";

/** What approving looks at. */
export type ApprovalFacts = {
  state: AccessionState;
  kind: OrganisationKind;
  board: BoardOutcome;
  receivedOn: string;
  approvedOn: string;
  joinedOn: string;
  today: string;
  /** The spells of the organisation that stand. */
  spells: readonly { joinedOn: string; leftOn: string | null }[];
  contact: ContactAccount;
  /** The register has an organisation of the same name or country that this application is not tied to. */
  namesake: boolean;
};

/** What stands in the way of approving, by code; the words are `accessions.obstacles`. */
export function obstaclesToApproving(facts: ApprovalFacts) {
  const { state, kind, board, spells, joinedOn, approvedOn } = facts;
  const decides = needsBoard(kind);
  const found = {
    not_reviewed: state === "applied",
    board_not_asked: decides && state === "in_review",
    quorum_not_reached: decides && state === "with_board" && !board.quorumReached,
    majority_against: decides && state === "with_board" && !board.majority,
    already_member: spells.some((spell) => overlaps({ joinedOn, leftOn: null }, spell)),
    organisation_known: facts.namesake,
    contact_has_account: facts.contact === "taken",
    before_received: approvedOn < facts.receivedOn,
    approved_ahead: approvedOn > facts.today,
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((code) => found[code]);
}
export type ApprovalObstacle = ReturnType<typeof obstaclesToApproving>[number];

/** How many documents may come with an application. */
export const mostDocuments = 3;

/** Days that the contact and the documents of an application are kept after it was declined or withdrawn. */
export const contactKeptDays = 180;

/** Of how many new applications within an hour the secretariat is told one by one; after them once that there are more. */
export const mostToldAnHour = 10;

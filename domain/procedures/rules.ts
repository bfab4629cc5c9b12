import type { Majority, ProcedureAnswer, ProcedureKind, ProcedureState } from "@/db/enums";
import { openBrackets } from "../statements/inline/rules";

type Times = { opensAt: Date; deadline: Date };

/** What may be answered in a procedure of each kind. */
export const answersOf = {
  silence: ["objects"],
  written: ["consents", "objects"],
  vote: ["for", "against", "abstains"],
} as const satisfies Record<ProcedureKind, readonly ProcedureAnswer[]>;

/** Whether an answer is one of those a procedure of the kind asks for. */
export function mayAnswer(kind: ProcedureKind, answer: ProcedureAnswer): boolean {
  return (answersOf[kind] as readonly ProcedureAnswer[]).includes(answer);
}

/**
 * Where a procedure stands at a moment: announced and not yet open, running, over and waiting to be recorded, or ended.
 * An answer at the deadline itself is too late.
 */
export function phaseOf(procedure: Times & { state: ProcedureState }, at: Date): Phase {
  if (procedure.state !== "open") return "ended";
  if (at < procedure.opensAt) return "announced";
  return at < procedure.deadline ? "running" : "over";
}

export type Phase = "announced" | "running" | "over" | "ended";

/** Why no answer is taken at a moment: the code of the refusal; undefined where one is. */
export function refusalToAnswer(procedure: Times & { state: ProcedureState }, at: Date) {
  const phase = phaseOf(procedure, at);
  if (phase === "announced") return "procedure_not_open_yet";
  if (phase === "over") return "deadline_passed";
  return phase === "ended" ? "procedure_ended" : undefined;
}

export type OpeningObstacle =
  | "adopted"
  | "no_text"
  | "not_latest"
  | "brackets"
  | "procedure_open"
  | "nobody_entitled"
  | "required_too_many"
  | "in_the_past"
  | "deadline_not_later";

type Revision = { id: string; paragraphs: readonly { kind: string; text: string }[] };

/** What in a text itself stands in the way of deciding on it. */
export function obstaclesOfText(text: Omit<Revision, "id"> | undefined): ("no_text" | "brackets")[] {
  const obstacles: ["no_text" | "brackets", boolean][] = [
    ["no_text", !text?.paragraphs.some(({ kind }) => kind === "operative" || kind === "preambular")],
    ["brackets", text !== undefined && openBrackets(text.paragraphs).brackets > 0],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

/** What stands in the way of opening a procedure on a text; empty when nothing does. */
export function obstaclesToOpening(
  facts: Times & {
    adopted: boolean;
    latest: Revision | undefined;
    revisionId: string;
    procedureOpen: boolean;
    entitled: number;
    required: number | null;
  },
  at: Date,
): OpeningObstacle[] {
  const { latest } = facts;
  const obstacles: [OpeningObstacle, boolean][] = [
    ["adopted", facts.adopted],
    ["not_latest", latest !== undefined && latest.id !== facts.revisionId],
    ["procedure_open", facts.procedureOpen],
    ["nobody_entitled", facts.entitled === 0],
    ["required_too_many", facts.required !== null && facts.required > facts.entitled],
    ["in_the_past", facts.opensAt < at],
    ["deadline_not_later", facts.deadline <= facts.opensAt],
  ];
  return [...obstaclesOfText(latest), ...obstacles.filter(([, stands]) => stands).map(([code]) => code)];
}

type Decided = {
  kind: ProcedureKind;
  /** What the entitled said before the deadline: one answer each. */
  answers: readonly ProcedureAnswer[];
  entitled: number;
  required: number | null;
  majority: Majority;
};

/**
 * What the answers given by the deadline decide. Silence adopts unless somebody objected. A written procedure adopts
 * where nobody objects and so many consent as are required, or all: here silence is no consent. A vote adopts where
 * enough cast a ballot and those for outweigh those against by the majority; an abstention counts for the quorum only,
 * and a tie does not carry.
 */
export function outcome({ kind, answers, entitled, required, majority }: Decided): "adopted" | "failed" {
  const count = (answer: ProcedureAnswer) => answers.filter((one) => one === answer).length;
  if (count("objects") > 0) return "failed";
  if (kind === "silence") return "adopted";
  if (kind === "written") return count("consents") >= (required ?? entitled) ? "adopted" : "failed";
  const quorate = answers.length >= (required ?? 0);
  return quorate && carries(count("for"), count("against"), majority) ? "adopted" : "failed";
}

function carries(inFavour: number, against: number, majority: Majority): boolean {
  if (inFavour === 0) return false;
  if (majority === "unanimous") return against === 0;
  return majority === "two_thirds" ? inFavour >= 2 * against : inFavour > against;
}

/** How long before the deadline those who have not answered are reminded, in minutes, the last first. */
const leads = [120, 1_440] as const;

/**
 * Which reminder is due at a moment, in minutes before the deadline; null where none is. After a pause only the last
 * one is sent. A procedure that runs for less than twice as long is too short for it.
 */
export function reminderDue({ opensAt, deadline }: Times, at: Date): number | null {
  if (at < opensAt || at >= deadline) return null;
  const length = deadline.getTime() - opensAt.getTime();
  const left = deadline.getTime() - at.getTime();
  const due = leads.find((lead) => left <= lead * 60_000);
  return due && length >= 2 * due * 60_000 ? due : null;
}

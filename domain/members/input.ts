import { z } from "zod";
import { datePrecisions } from "@/db/enums";
import { day, id, lines, optionalDay, optionalLines, revision, ticked } from "@/domain/input";

const precision = z.enum(datePrecisions, { error: "validation.choice" });

const dates = z.object({
  joinedOn: day,
  joinedPrecision: precision,
  leftOn: optionalDay,
  leftPrecision: z.union([z.literal(""), precision]).nullish(),
  note: optionalLines(2_000),
  /** Publicly known already; else it stays hidden until an announcement makes it public. */
  known: ticked,
});

type Dates = z.output<typeof dates>;

function checkOrder({ joinedOn, leftOn }: Pick<Dates, "joinedOn" | "leftOn">, check: z.RefinementCtx) {
  if (leftOn === null || leftOn > joinedOn) return;
  check.addIssue({ code: "custom", path: ["leftOn"], message: "validation.endsBeforeStart", input: leftOn });
}

/** A spell without an end has no precision of its end. */
const precise = <D extends Pick<Dates, "leftOn" | "leftPrecision">>(spell: D) => ({
  ...spell,
  leftPrecision: spell.leftOn === null ? null : spell.leftPrecision || ("day" as const),
});

/** A new spell of an organisation. */
export const membershipInput = dates
  .extend({ organisationId: id })
  .superRefine(checkOrder)
  .transform(precise);
export type MembershipInput = z.output<typeof membershipInput>;

/** A change of a spell: its dates, its end, its note. */
export const editMembershipInput = dates.extend({ id, revision }).superRefine(checkOrder).transform(precise);
export type EditMembershipInput = z.output<typeof editMembershipInput>;

/** Taking back a spell that never was, or was entered wrongly. */
export const withdrawMembershipInput = z.object({ id, revision, reason: lines(1_000) });
export type WithdrawMembershipInput = z.output<typeof withdrawMembershipInput>;

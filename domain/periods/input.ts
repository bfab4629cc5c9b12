import { z } from "zod";
import { periodKinds } from "@/db/enums";
import { day, id, localizedLine, optionalDay, optionalId, revision } from "@/domain/input";

const choice = { error: "validation.choice" };

const period = z.object({
  kind: z.enum(periodKinds, choice),
  name: localizedLine(200),
  organisationId: optionalId,
  fromOn: day,
  toOn: optionalDay,
});

type Checked = z.output<typeof period>;

/** A government is somebody's, and a period ends after it begins. */
function check({ kind, organisationId, fromOn, toOn }: Checked, { addIssue }: z.RefinementCtx) {
  if (kind === "government" && organisationId === null) {
    addIssue({
      code: "custom",
      path: ["organisationId"],
      message: "validation.choice",
      input: organisationId,
    });
  }
  if (toOn !== null && toOn <= fromOn) {
    addIssue({ code: "custom", path: ["toOn"], message: "validation.endsBeforeStart", input: toOn });
  }
}

/** Only a government is of an organisation. */
const owned = <P extends Checked>(one: P): P => ({
  ...one,
  organisationId: one.kind === "government" ? one.organisationId : null,
});

export const periodInput = period.superRefine(check).transform(owned);
export type PeriodInput = z.output<typeof periodInput>;

export const editPeriodInput = period.extend({ id, revision }).superRefine(check).transform(owned);
export type EditPeriodInput = z.output<typeof editPeriodInput>;

/** What can belong to a period. */
export const belongings = ["announcement", "statement", "event"] as const;
export type Belonging = (typeof belongings)[number];

/** To which period something belongs, chosen by hand; none: that of its day. */
export const assignInput = z.object({
  of: z.enum(belongings, choice),
  id,
  revision,
  periodId: optionalId,
});
export type AssignInput = z.output<typeof assignInput>;

import { z } from "zod";
import { locales, participationClasses, participationLevels, poolKinds } from "@/db/enums";
import {
  emailAddress,
  id,
  lines,
  optionalId,
  optionalLine,
  optionalLines,
  personName,
  revision,
  slug,
  ticked,
} from "@/domain/input";
import { givenAnswers } from "@/domain/questions/input";
import { saysWhy, severalSteps } from "./several/rules";

/** Who somebody is, for whom they come, and what they need: what every form about a participant shares. */
export const personInput = z.object({
  name: personName,
  functionalTitle: optionalLine(200),
  organisationId: optionalId,
  /** Where the organisation is not one of the list. */
  organisationName: optionalLine(200),
  accessNeeds: optionalLines(1_000),
  dietaryNeeds: optionalLines(1_000),
  listed: ticked,
});

/** A choice from the list wins over what was written beside it. */
export const chosenFirst = <T extends { organisationId: string | null; organisationName: string }>(
  input: T,
): T => ({
  ...input,
  organisationName: input.organisationId ? "" : input.organisationName,
});

/**
 * Registering oneself, with the answers to the event's questions: the form gives a schema that checks them.
 * `website` is a field that people do not see and programs fill in.
 */
export function registrationWith<Answers extends z.ZodType>(answers: Answers) {
  return personInput
    .extend({
      event: slug,
      email: emailAddress,
      locale: z.enum(locales),
      website: z.string().max(500).default(""),
      answers,
    })
    .transform(chosenFirst);
}
export const registrationInput = registrationWith(givenAnswers);
export type RegistrationInput = Omit<z.output<typeof registrationInput>, "answers">;

/** Adding somebody by hand. */
export const addInput = personInput
  .extend({
    eventId: id,
    courtesyTitle: optionalLine(60),
    familyName: optionalLine(100),
    level: z.enum(participationLevels, { error: "validation.choice" }).default("other"),
    email: emailAddress,
    locale: z.enum(locales, { error: "validation.choice" }),
    class: z.enum(participationClasses, { error: "validation.choice" }),
  })
  .transform(chosenFirst);
type Styled = "courtesyTitle" | "familyName" | "level";
export type AddInput = Omit<z.output<typeof addInput>, Styled> &
  Partial<Pick<z.output<typeof addInput>, Styled>>;

/** Changing a registration, by its participant; the address stays, for the links go there. */
const change = personInput.extend({ id, revision });

/** An address, or none: mails to one of a delegation then go to its focal points. */
export const anyAddress = z
  .union([z.literal(""), emailAddress])
  .nullish()
  .transform((value) => value || null);

/** The alternate stands in for the head: the head is never their own. */
export function checkAlternate(input: { class?: string; alternate?: boolean }, check: z.RefinementCtx) {
  if (input.class === "head" && input.alternate)
    check.addIssue({ code: "custom", path: ["alternate"], message: "validation.alternate" });
}

/** Changing it for them: also how they are reached, printed and ranked, and as what they come. */
export const changeInput = change
  .extend({
    email: anyAddress,
    courtesyTitle: optionalLine(60),
    familyName: optionalLine(100),
    level: z.enum(participationLevels, { error: "validation.choice" }),
    class: z.enum(participationClasses, { error: "validation.choice" }),
    alternate: ticked,
  })
  .superRefine(checkAlternate)
  .transform(chosenFirst);

type Changed = z.output<typeof change>;
type Placed = Omit<z.output<typeof changeInput>, keyof Changed>;
type OfTheOrganisation = "organisationId" | "organisationName" | "listed";

/** What is not said stays as it is. */
export type ChangeInput = Omit<Changed, OfTheOrganisation> &
  Partial<Pick<Changed, OfTheOrganisation>> &
  Partial<Placed>;

/** A decision on one participation, made on a revision. */
export const stepInput = z.object({ id, revision, reason: optionalLine(500) });
export type StepInput = z.output<typeof stepInput>;

const anyPool = z
  .union([z.literal(""), z.enum(poolKinds)])
  .nullish()
  .transform((value) => value || null);

/** Approving: from a pool that is named, or above the capacity with a reason. */
export const approveInput = stepInput.extend({
  pool: anyPool,
  override: ticked,
});
export type ApproveInput = StepInput & Partial<Pick<z.output<typeof approveInput>, "pool" | "override">>;

/** The token of a personal link. */
const link = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: "validation.choice" });

/** The same two, by the participant behind a personal link. */
export const ownChangeInput = personInput.extend({ id, revision, link }).transform(chosenFirst);
export const ownStepInput = stepInput.extend({ link });

/** The photograph of a participant: the file that goes with it, or none. */
export const photoInput = z.object({ id, revision, remove: ticked });
export type PhotoInput = z.output<typeof photoInput>;

/** Declining, and holding, says why. */
export const declineInput = z.object({ id, revision, reason: lines(500) });

/** Rows of a list, each with the revision it was seen at: `id:revision`, one per ticked box or joined by commas. */
const anyRows = z.preprocess(
  (sent) => [sent ?? []].flat().flatMap((entry) => String(entry).split(",").map(parts)),
  z.array(z.object({ id, revision })).max(2_000),
);
export const chosenRows = anyRows.refine((rows) => rows.length > 0, { error: "validation.chooseSome" });

/** Several at once: those ticked, each with the revision it was seen at, or all that the list's address names. */
export const bulkInput = z
  .object({
    eventId: id,
    step: z.enum(severalSteps),
    reason: optionalLine(500),
    pool: anyPool,
    chosen: anyRows,
    all: ticked,
    /** The query of the list, where all that match are meant. */
    query: z.string().max(2_000).default(""),
    /** The key of the choice whose consequences were shown. */
    key: z.string().max(100).optional(),
  })
  .superRefine(({ all, chosen, step, reason }, check) => {
    if (!all && chosen.length === 0)
      check.addIssue({ code: "custom", path: ["chosen"], message: "validation.chooseSome" });
    if (saysWhy(step) && reason === "")
      check.addIssue({ code: "custom", path: ["reason"], message: "validation.required" });
  });

function parts(entry: string) {
  const [id, revision] = entry.split(":");
  return { id, revision };
}

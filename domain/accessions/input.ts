import { z } from "zod";
import { accessionChecks, locales } from "@/db/enums";
import {
  day,
  emailAddress,
  id,
  lines,
  optionalDay,
  optionalId,
  optionalLine,
  optionalLines,
  personName,
  revision,
  slug,
  ticked,
} from "@/domain/input";
import { checkKind, organisationFacts } from "@/domain/organisations/input";

const choice = { error: "validation.choice" };

const contact = z.object({
  contactName: personName,
  contactTitle: optionalLine(200),
  contactEmail: emailAddress,
  contactLocale: z.enum(locales, choice),
});

const reasons = z.object({ motivation: lines(4_000), ownActions: optionalLines(4_000) });

const application = organisationFacts.extend({ ...contact.shape, ...reasons.shape });
type Application = z.output<typeof application>;

/** A country has its code, a company its sectors; and no name holds an address that a mail program would follow. */
function checkApplication(input: Application, check: z.RefinementCtx) {
  checkKind(input, check);
  for (const field of ["name", "formalName"] as const) {
    for (const [locale, name] of Object.entries(input[field])) {
      if (personName.safeParse(name.slice(0, 200)).success) continue;
      check.addIssue({
        code: "custom",
        path: [field, locale],
        message: "validation.addressInName",
        input: name,
      });
    }
  }
}

/** Applying to become a member. `fax` is a field that people do not see and programs fill in. */
export const applyInput = application
  .extend({ fax: z.string().max(500).default("") })
  .superRefine(checkApplication);
export type ApplyInput = z.output<typeof applyInput>;

/** Applying at the desk: the organisation is that of the focal point, whose facts the register has. */
export const applyAtDeskInput = z.object({ ...contact.shape, ...reasons.shape });
export type ApplyAtDeskInput = z.output<typeof applyAtDeskInput>;

/** Recording an application that came by letter, with the day of the letter. */
export const recordInput = application
  .extend({ organisationId: optionalId, receivedOn: day })
  .superRefine(checkApplication);
export type RecordInput = z.output<typeof recordInput>;

/** Changing what an application says, and which organisation of the register it is about. */
export const editInput = application
  .extend({ id, revision, organisationId: optionalId, receivedOn: day })
  .superRefine(checkApplication);
export type EditInput = z.output<typeof editInput>;

/** By when each step is to be done. */
export const deadlinesInput = z.object({
  id,
  revision,
  reviewBy: optionalDay,
  boardBy: optionalDay,
  announceBy: optionalDay,
});
export type DeadlinesInput = z.output<typeof deadlinesInput>;

export const noteInput = z.object({ id, text: lines(4_000) });
export type NoteInput = z.output<typeof noteInput>;

/** A document that came later goes with the form as its file. */
export const addDocumentInput = z.object({ id });

export const checkInput = z.object({ id, check: z.enum(accessionChecks, choice), done: ticked });
export type CheckInput = z.output<typeof checkInput>;

/** A step that needs nothing but the revision it was seen at. */
export const stepInput = z.object({ id, revision });
export type StepInput = z.output<typeof stepInput>;

export const sendToBoardInput = stepInput.extend({ boardBy: optionalDay });
export type SendToBoardInput = z.output<typeof sendToBoardInput>;

/** Approving: the day of the decision, the first day of the membership, and the address of a new organisation. */
export const approveInput = stepInput.extend({
  approvedOn: day,
  joinedOn: day,
  announceBy: optionalDay,
  slug: z.union([z.literal(""), slug]).default(""),
});
export type ApproveInput = z.output<typeof approveInput>;

/** Declining or withdrawing says why: the contact is told. */
export const endInput = stepInput.extend({ reason: lines(1_000) });
export type EndInput = z.output<typeof endInput>;

/** Withdrawing by whoever holds the personal link. */
export const ownEndInput = endInput.extend({
  link: z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: "validation.choice" }),
});

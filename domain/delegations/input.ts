import { z } from "zod";
import { locales, participationClasses, participationLevels } from "@/db/enums";
import {
  id,
  lines,
  optionalId,
  optionalLine,
  optionalLines,
  optionalLocalDateTime,
  optionalNumber,
  personName,
  revision,
  ticked,
} from "@/domain/input";
import { anyAddress, checkAlternate, chosenRows } from "@/domain/participations/input";

const choice = { error: "validation.choice" };

/** Boxes of one name, as a form sends none, one or several. */
const several = <One extends z.ZodType>(one: One, most: number) =>
  z.preprocess((sent) => [sent ?? []].flat(), z.array(one).max(most));

/** Who is nominated, and how they are printed. */
const nominee = z.object({
  courtesyTitle: optionalLine(60),
  name: personName,
  familyName: optionalLine(100),
  functionalTitle: optionalLine(200),
  /** A principal may have none: their mails go to the focal points. */
  email: anyAddress,
  level: z.enum(participationLevels, choice),
  locale: z.enum(locales, choice),
  accessNeeds: optionalLines(1_000),
  dietaryNeeds: optionalLines(1_000),
});

const place = { class: z.enum(participationClasses, choice), alternate: ticked };

/** Nominating somebody for a delegation. */
export const nominateInput = nominee.extend({ delegationId: id, ...place }).superRefine(checkAlternate);
export type NominateInput = z.output<typeof nominateInput>;

/** Changing one of a delegation, by its focal points; consent to be listed is the person's own. */
export const deskChangeInput = nominee
  .omit({ locale: true })
  .extend({ id, revision, ...place })
  .superRefine(checkAlternate);

/** Somebody takes the place of another: class and seat stay. */
export const replaceInput = nominee.extend({ id, revision, reason: optionalLine(500) });
export type ReplaceInput = z.output<typeof replaceInput>;

/** Submitting nominations, one or all, each as it was seen. */
export const submitInput = z.object({ delegationId: id, chosen: chosenRows });
export type SubmitInput = z.output<typeof submitInput>;

/** Opening delegations: those ticked, or those of every member. */
export const openInput = z
  .object({ eventId: id, members: ticked, organisationIds: several(id, 500) })
  .refine(({ members, organisationIds }) => members || organisationIds.length > 0, {
    path: ["organisationIds"],
    error: "validation.chooseSome",
  });
export type OpenInput = z.output<typeof openInput>;

/** What a delegation has of its own: deadline, quotas, the secretariat's note. The head is one, always. */
export const editDelegationInput = z.object({
  id,
  revision,
  nominationClosesAt: optionalLocalDateTime,
  quotas: z.partialRecord(z.enum(participationClasses), optionalNumber(0, 1_000)).default({}),
  unlimited: several(z.enum(participationClasses, choice), participationClasses.length),
  note: optionalLines(4_000),
});
export type EditDelegationInput = z.output<typeof editDelegationInput>;

/** A message to one delegation, or to all of an event. */
export const messageInput = z.object({ eventId: id, delegationId: optionalId, text: lines(4_000) });
export type MessageInput = z.output<typeof messageInput>;

export const readMessagesInput = z.object({ delegationId: id });

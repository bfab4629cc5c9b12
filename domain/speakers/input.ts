import { z } from "zod";
import { speakingClasses } from "@/db/enums";
import { id, line, optionalId, optionalLine, revision, ticked } from "@/domain/input";

const choice = { error: "validation.choice" };
const number = { error: "validation.number" };
const seconds = z.coerce.number(number).int(number).min(10, number).max(7_200, number);

const limits = z.object({
  head_of_state: seconds,
  head_of_government: seconds,
  minister: seconds,
  vice_minister: seconds,
  other: seconds,
  group: seconds,
});

/** A list for an item, with the seconds each may speak. */
export const openListInput = z.object({ itemId: id, limits });
export type OpenListInput = z.output<typeof openListInput>;

/** A change of the list: its limits, and whether delegations may still ask for the floor themselves. */
export const editListInput = openListInput.extend({ revision, closed: ticked });
export type EditListInput = z.output<typeof editListInput>;

/**
 * A request for the floor: whose, who speaks and for which group. The class is the secretariat's to say (empty: that of
 * the person's level); from a desk it is not heard.
 */
export const requestInput = z.object({
  itemId: id,
  organisationId: id,
  participationId: optionalId,
  onBehalfOf: optionalLine(200),
  class: z
    .union([z.literal(""), z.enum(speakingClasses, choice)])
    .nullish()
    .transform((value) => value || null),
});
export type RequestInput = z.output<typeof requestInput>;

/** A step of somebody on the list, made on a revision: calling, the floor, a pause, the end, withdrawing. */
export const speakerStepInput = z.object({ id, revision });
export type SpeakerStepInput = z.output<typeof speakerStepInput>;

/** Another place than the order gives, with the reason; empty gives it back to the order. */
export const pinInput = speakerStepInput.extend({
  place: z
    .union([z.literal(""), z.coerce.number(number).int(number).min(1, number).max(999, number)])
    .nullish()
    .transform((value) => (value === "" || value == null ? null : value)),
  reason: line(300),
});
export type PinInput = z.output<typeof pinInput>;

/** More time for whoever has the floor, with the reason. */
export const extendInput = speakerStepInput.extend({ seconds, reason: line(300) });
export type ExtendInput = z.output<typeof extendInput>;

/** A swap of two places, asked for by the first side. */
export const swapInput = z.object({ firstId: id, secondId: id, reason: line(300) });
export type SwapInput = z.output<typeof swapInput>;

/** The answer of one side of a swap; the secretariat says for whom it answers, and why it may. */
export const answerSwapInput = z.object({
  id,
  side: z.enum(["first", "second"], choice),
  answer: z.enum(["agree", "decline"], choice),
  reason: optionalLine(300),
});
export type AnswerSwapInput = z.output<typeof answerSwapInput>;

/** Making the list as it stands public, as its next dated version. */
export const publishListInput = z.object({ itemId: id });
export type PublishListInput = z.output<typeof publishListInput>;

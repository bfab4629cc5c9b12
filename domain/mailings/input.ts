import { z } from "zod";
import { id, revision, ticked } from "@/domain/input";
import { writtenWords } from "@/domain/templates/input";
import { mailingTargets } from "./rules";

/** The query part of an address: as long as a browser would send it. */
const query = z.string().max(4_000).default("");

const facts = z.object({ withCalendar: ticked });

/** A new bulk mail: to whom, and what it says. `query` is the filter as it stands in the address of the list. */
export const composeInput = facts
  .extend({ eventId: id, target: z.enum(mailingTargets, { error: "validation.choice" }), query })
  .and(writtenWords);
export type ComposeInput = z.output<typeof composeInput>;

/** Other words for a bulk mail that is not released. */
export const editMailingInput = facts.extend({ id, revision }).and(writtenWords);
export type EditMailingInput = z.output<typeof editMailingInput>;

/** Releasing or throwing away a bulk mail as it was seen. */
export const mailingStepInput = z.object({ id, revision });
export type MailingStepInput = z.output<typeof mailingStepInput>;

/** Taking one recipient out of a bulk mail: the id of their mail. */
export const removeDraftInput = z.object({ id });

import { z } from "zod";
import { reminderAnchors, reminderAudiences } from "@/db/enums";
import { id, revision } from "@/domain/input";
import { writtenWords } from "@/domain/templates/input";
import { offsetUnits, toMinutes } from "./rules";

const choice = { error: "validation.choice" };
const number = { error: "validation.number" };

/** At most a year from the date, in whichever unit. */
const mostMinutes = 366 * 1_440;

const facts = z.object({
  anchor: z.enum(reminderAnchors, choice),
  amount: z.coerce.number(number).int(number).min(0, number).max(mostMinutes, number),
  unit: z.enum(offsetUnits, choice),
  side: z.enum(["before", "after"], choice),
  audience: z.enum(reminderAudiences, choice),
});

type Offset = Pick<z.output<typeof facts>, "amount" | "unit" | "side">;

/** The offset as the table keeps it, beside the rest. */
const inMinutes = <T extends Offset>({ amount, unit, side, ...rest }: T) => ({
  ...rest,
  offsetMinutes: toMinutes(amount, unit, side),
});

const withinAYear = ({ amount, unit, side }: Offset) =>
  Math.abs(toMinutes(amount, unit, side)) <= mostMinutes;
const tooFar = { path: ["amount"], error: "validation.number" };

/** A new reminder: so long before or after a date, to whom, and what it says. */
export const reminderInput = facts
  .extend({ eventId: id })
  .and(writtenWords)
  .refine(withinAYear, tooFar)
  .transform(inMinutes);
export type ReminderInput = z.output<typeof reminderInput>;

/** A change of a reminder that has not been sent. */
export const editReminderInput = facts
  .extend({ id, revision })
  .and(writtenWords)
  .refine(withinAYear, tooFar)
  .transform(inMinutes);
export type EditReminderInput = z.output<typeof editReminderInput>;

/** Taking a reminder away, as it was seen. */
export const removeReminderInput = z.object({ id, revision });

import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { unanswered } from "./queries";
import { remind } from "./remind";

/**
 * Reminds everybody who has not answered, each for themselves; those who were written to within the last day are left
 * alone. Answers how many were reminded.
 */
export async function remindAll(actor: Actor, { eventId }: { eventId: string }, at = now()) {
  ensure(actor, "invitation.remind");
  let reminded = 0;
  for (const id of await unanswered(actor, eventId, at)) {
    try {
      await remind(actor, { id }, at);
      reminded += 1;
    } catch (error) {
      // Answered between the question and the deed.
      if (!(error instanceof Refusal) || !error.code.startsWith("invitation_")) throw error;
    }
  }
  return { reminded };
}

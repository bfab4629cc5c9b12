import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { emailAddress } from "@/domain/input";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { InviteSeveralInput } from "./input";
import { invite } from "./invite";
import { invitees } from "./rules";

/** What became of a line of the list: invited, or the code of the refusal. */
export type LineReport = { line: number; email: string; refusal?: string };

/** The most lines that are taken at once. */
const most = 500;

/**
 * Invites everybody of a pasted list on the same terms, each for themselves: a line that is refused says why and
 * leaves the others alone. Refuses `too_many_lines`, and whatever is wrong with the terms of all of them.
 */
export async function inviteSeveral(
  actor: Actor,
  { list, ...terms }: InviteSeveralInput,
  at = now(),
): Promise<LineReport[]> {
  ensure(actor, "invitation.invite");
  const people = invitees(list);
  if (people.length > most) throw new Refusal("too_many_lines", { most });
  const report: LineReport[] = [];
  for (const { line, name, email } of people) {
    if (!emailAddress.safeParse(email).success) {
      report.push({ line, email, refusal: "line_unreadable" });
      continue;
    }
    try {
      await invite(actor, { ...terms, name: name.slice(0, 200), email }, at);
      report.push({ line, email });
    } catch (error) {
      if (!(error instanceof Refusal) || !ofTheLine.has(error.code)) throw error;
      report.push({ line, email, refusal: error.code });
    }
  }
  return report;
}

/** What can be wrong with one line; anything else is wrong with all of them, and is said once. */
const ofTheLine = new Set(["already_invited", "already_registered", "pool_full"]);

import type { Actor } from "@/domain/access/actor";
import { groupProfile } from "@/domain/group/queries";
import { membershipConstraints } from "@/domain/members/spells";
import { organisationConstraints } from "@/domain/organisations/create";
import { accountConstraints } from "@/domain/team/invite";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { enterHiddenSpell, openDesk, organisationFor } from "./admit";
import { approvalFacts } from "./approval";
import type { ApproveInput } from "./input";
import { ensureOpen, step } from "./lock";
import { obstaclesToApproving, usualDeadline } from "./rules";
import { tellContact } from "./tell";

/**
 * Approves an application, all in one transaction: the organisation is entered where the register does not know it, its
 * spell waits hidden for its announcement, the contact gets the desk and a mail that says what must not be said yet.
 * Nothing of it is public by that. Refuses `stale`, `accession_ended`, `obstacles` with their list, and what the
 * register refuses: `slug_taken`, `slug_needed`, `country_taken`.
 */
export async function approve(
  actor: Actor,
  { approvedOn, joinedOn, announceBy, slug, ...input }: ApproveInput,
  at = now(),
) {
  const { zone } = await groupProfile();
  const days = { at, today: dayIn(at, zone), approvedOn, joinedOn };
  const write = () =>
    step(actor, "accession.approve", input, at, async (tx, row) => {
      ensureOpen(row);
      // The organisation is the queue of its spells: behind its lock no other can begin.
      const known = row.organisationId !== null;
      if (known) await organisationFor(tx, actor, row, slug, at);
      const facts = await approvalFacts(tx, row, days);
      const obstacles = obstaclesToApproving(facts);
      if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
      const organisationId = row.organisationId ?? (await organisationFor(tx, actor, row, slug, at));
      const membershipId = await enterHiddenSpell(tx, actor, { organisationId, joinedOn }, at);
      if (facts.contact === "free") await openDesk(tx, actor, row, organisationId, at);
      await tellContact(tx, "approved", row, { joinedOn });
      return {
        columns: {
          approvedAt: at,
          approvedOn,
          organisationId,
          membershipId,
          announceBy: announceBy ?? row.announceBy ?? usualDeadline.announce(approvedOn),
        },
        details: { approvedOn, joinedOn },
      };
    });
  return refusing({ ...organisationConstraints, ...membershipConstraints, ...accountConstraints }, write);
}

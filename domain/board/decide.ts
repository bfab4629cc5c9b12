import { eq } from "drizzle-orm";
import { boardDecisions, boardMembers } from "@/db/schema/accessions";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensureOpen, step } from "@/domain/accessions/lock";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { DecideInput } from "./input";
import { sitsOn } from "./rules";

/**
 * Records what one of the board said of an application, on which day; a later answer of the same takes the place of the
 * one before. Refuses `stale`, `accession_ended`, `not_with_board`, `not_on_board` for whoever did not sit on that day,
 * `day_in_the_future`.
 */
export async function decide(actor: Actor, { id, revision, ...said }: DecideInput, at = now()) {
  const { zone } = await groupProfile();
  return step(actor, "accession.decide", { id, revision }, at, async (tx, row) => {
    ensureOpen(row);
    if (!row.sentToBoardAt) throw new Refusal("not_with_board");
    if (said.answeredOn > dayIn(at, zone)) throw new Refusal("day_in_the_future");
    const [seat] = await tx
      .select({ fromOn: boardMembers.fromOn, toOn: boardMembers.toOn })
      .from(boardMembers)
      .where(eq(boardMembers.id, said.boardMemberId));
    if (!seat || !sitsOn(seat, said.answeredOn)) throw new Refusal("not_on_board");
    const { answer, answeredOn } = said;
    const written = { answer, answeredOn, recordedAt: at, recordedBy: actorName(actor) };
    await tx
      .insert(boardDecisions)
      .values({ accessionId: id, boardMemberId: said.boardMemberId, ...written })
      .onConflictDoUpdate({
        target: [boardDecisions.accessionId, boardDecisions.boardMemberId],
        set: written,
      });
    return { details: { answer, answeredOn } };
  });
}

import type { Actor } from "@/domain/access/actor";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { SendToBoardInput, StepInput } from "./input";
import { ensureOpen, step } from "./lock";
import { needsBoard, usualDeadline } from "./rules";

/** Takes an application into review. Refuses `stale`, `accession_ended`, `in_review_already`. */
export async function review(actor: Actor, input: StepInput, at = now()) {
  return step(actor, "accession.review", input, at, async (_, row) => {
    ensureOpen(row);
    if (row.reviewedAt) throw new Refusal("in_review_already");
    return { columns: { reviewedAt: at } };
  });
}

/**
 * Lays a reviewed application before the board. Refuses `stale`, `accession_ended`, `not_reviewed`, `with_board_already`,
 * and `board_not_needed` for a kind that the secretariat approves.
 */
export async function sendToBoard(actor: Actor, { boardBy, ...input }: SendToBoardInput, at = now()) {
  const { zone } = await groupProfile();
  return step(actor, "accession.send-to-board", input, at, async (_, row) => {
    ensureOpen(row);
    if (!needsBoard(row.kind)) throw new Refusal("board_not_needed");
    if (!row.reviewedAt) throw new Refusal("not_reviewed");
    if (row.sentToBoardAt) throw new Refusal("with_board_already");
    const usual = row.boardBy ?? usualDeadline.board(dayIn(at, zone));
    return { columns: { sentToBoardAt: at, boardBy: boardBy ?? usual } };
  });
}

import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { speakerSwaps } from "@/db/schema/speakers";
import { type Actor, actorName } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { AnswerSwapInput } from "./input";
import { ensureSeen, lockList, type SpeakerRow, speakersOf, writeSpeaker } from "./lock";

/**
 * Agrees to a swap for one side, or declines it. When both sides have agreed the two change places, each taking the
 * other's slot and pin for good. A focal point answers for their own organisation; the secretariat for a side that told
 * it so, with the reason. Refuses `swap_settled`, `already_agreed`, `reason_missing`, `not_waiting`.
 */
export async function answerSwap(actor: Actor, { id, side, answer, reason }: AnswerSwapInput, at = now()) {
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ itemId: speakerSwaps.itemId })
      .from(speakerSwaps)
      .where(eq(speakerSwaps.id, id));
    if (!found) throw new Refusal("not_found");
    const list = await lockList(tx, found.itemId);
    const open = and(eq(speakerSwaps.id, id), isNull(speakerSwaps.doneAt), isNull(speakerSwaps.declinedAt));
    const [swap] = await tx.select().from(speakerSwaps).where(open);
    const rows = await speakersOf(tx, list.itemId);
    const first = rows.find((one) => one.id === swap?.firstId);
    const second = rows.find((one) => one.id === swap?.secondId);
    const own = side === "first" ? first : second;
    ensure(actor, "speakers.swap", { organisationId: own?.organisationId });
    await ensureSeen(tx, actor, list, at);
    if (!swap || !first || !second) throw new Refusal("swap_settled");
    if (can(actor, "speakers.open") && reason === "") throw new Refusal("reason_missing");
    if (answer === "agree" && swap[`${side}AgreedAt`]) throw new Refusal("already_agreed");
    const agreed = answer === "agree";
    const done = agreed && (side === "first" ? swap.secondAgreedAt : swap.firstAgreedAt) !== null;
    if (done) await exchange(tx, first, second);
    await tx
      .update(speakerSwaps)
      .set({
        ...(agreed ? { [`${side}AgreedAt`]: at, [`${side}AgreedBy`]: actorName(actor) } : { declinedAt: at }),
        ...(done ? { doneAt: at } : {}),
      })
      .where(eq(speakerSwaps.id, id));
    const became = done ? "done" : agreed ? "agreed" : "declined";
    await record(tx, actor, {
      action: "speakers.swap",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
      reason,
      details: { swap: became },
    });
    return { became };
  });
}

/** The two change places. Refuses `not_waiting` where one has had the floor, was absent or has withdrawn meanwhile. */
async function exchange(tx: Transaction, first: SpeakerRow, second: SpeakerRow) {
  if (first.state !== "waiting" || second.state !== "waiting") throw new Refusal("not_waiting");
  await writeSpeaker(tx, first, placeOf(second));
  await writeSpeaker(tx, second, placeOf(first));
}

const placeOf = ({ slotClass, slotAt, slotNumber, pinnedTo, pinReason }: SpeakerRow) => ({
  slotClass,
  slotAt,
  slotNumber,
  pinnedTo,
  pinReason,
});

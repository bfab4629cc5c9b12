import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PinInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";

/**
 * Gives somebody who waits another place than the order does, or gives them back to the order; both with the reason.
 * Refuses `stale`, `not_waiting`.
 */
export async function pin(actor: Actor, { id, revision, place, reason }: PinInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.pin");
    if (speaker.state !== "waiting") throw new Refusal("not_waiting");
    const pinReason = place === null ? "" : reason;
    const written = await writeSpeaker(tx, speaker, { pinnedTo: place, pinReason });
    await record(tx, actor, {
      action: "speakers.pin",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
      reason,
      details: { place: place ?? "order" },
    });
    return written;
  });
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";
import { queued } from "./rules";

/** Notes that somebody was called to the floor. Refuses `stale`, `not_waiting`. */
export async function call(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.call");
    if (!queued.includes(speaker.state)) throw new Refusal("not_waiting");
    const written = await writeSpeaker(tx, speaker, { calledAt: at });
    await record(tx, actor, {
      action: "speakers.call",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
    });
    return written;
  });
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";
import { queued } from "./rules";

/**
 * Notes that somebody was called and not there: they go to the end of their own class, behind whoever was absent
 * before, and lose a place they were pinned to. Refuses `stale`, `not_waiting`.
 */
export async function absent(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.absent");
    if (!queued.includes(speaker.state)) throw new Refusal("not_waiting");
    const written = await writeSpeaker(tx, speaker, {
      state: "absent",
      absentAt: at,
      calledAt: null,
      pinnedTo: null,
      pinReason: "",
    });
    await record(tx, actor, {
      action: "speakers.absent",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
    });
    return written;
  });
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";
import { usedAt } from "./rules";

/**
 * Ends the time of whoever has the floor: the time used is kept, the floor is free, and a text they handed in is
 * delivered. Refuses `stale`, `not_speaking`.
 */
export async function end(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.end");
    if (speaker.state !== "speaking") throw new Refusal("not_speaking");
    const usedMs = usedAt(speaker, at);
    const written = await writeSpeaker(tx, speaker, {
      state: "spoken",
      usedMs,
      runningSince: null,
      endedAt: at,
    });
    await record(tx, actor, {
      action: "speakers.end",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
      details: { seconds: Math.round(usedMs / 1_000) },
    });
    return written;
  });
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";
import { usedAt } from "./rules";

/** Stops the clock of whoever has the floor, or lets it run on. Refuses `stale`, `not_speaking`. */
export async function pause(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.pause");
    if (speaker.state !== "speaking") throw new Refusal("not_speaking");
    const running = speaker.runningSince !== null;
    const written = await writeSpeaker(tx, speaker, {
      usedMs: usedAt(speaker, at),
      runningSince: running ? null : at,
    });
    await record(tx, actor, {
      action: "speakers.pause",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
      details: { clock: running ? "paused" : "running" },
    });
    return written;
  });
}

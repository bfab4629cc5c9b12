import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { lockSpeaker, speakersOf, writeSpeaker } from "./lock";
import { speakerConstraints } from "./request";
import { limitFor, queued } from "./rules";

/**
 * Gives somebody who waits the floor: their clock runs from now, against the limit of their class. One at a time has
 * it; refuses `floor_taken`, `stale`, `not_waiting`.
 */
export async function giveFloor(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
      ensure(actor, "speakers.give-floor");
      if (!queued.includes(speaker.state)) throw new Refusal("not_waiting");
      const rows = await speakersOf(tx, list.itemId);
      if (rows.some((row) => row.state === "speaking")) throw new Refusal("floor_taken");
      const limitSeconds = limitFor(list.limits, { of: speaker.class, onBehalfOf: speaker.onBehalfOf });
      const written = await writeSpeaker(tx, speaker, {
        state: "speaking",
        absentAt: null,
        startedAt: at,
        runningSince: at,
        limitSeconds,
      });
      await record(tx, actor, {
        action: "speakers.give-floor",
        subject: ["agenda_item", list.itemId],
        eventId: list.eventId,
        at,
        details: { seconds: limitSeconds },
      });
      return written;
    });
  return refusing(speakerConstraints, write);
}

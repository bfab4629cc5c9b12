import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { ensureSeen, lockSpeaker, writeSpeaker } from "./lock";
import { queued } from "./rules";

/** Takes somebody off the list who has not had the floor yet. Refuses `stale`, `not_waiting`. */
export async function withdraw(actor: Actor, { id, revision }: SpeakerStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.withdraw", { organisationId: speaker.organisationId });
    await ensureSeen(tx, actor, list, at);
    if (!queued.includes(speaker.state)) throw new Refusal("not_waiting");
    const written = await writeSpeaker(tx, speaker, { state: "withdrawn", absentAt: null });
    await record(tx, actor, {
      action: "speakers.withdraw",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
    });
    return written;
  });
}

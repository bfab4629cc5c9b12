import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { eraseFiles } from "@/domain/files/erase";
import { keepFile, type Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SpeakerStepInput } from "./input";
import { ensureSeen, lockSpeaker, writeSpeaker } from "./lock";

/**
 * Hands in the text of what somebody will say; it takes the place of one handed in before, which is erased. Until it is
 * delivered only the secretariat and the delegation itself can read it. Refuses `stale`, `speech_delivered` once it has
 * been, `file_missing`, `file_too_large`, `file_type`.
 */
export async function handIn(
  actor: Actor,
  { id, revision }: SpeakerStepInput,
  file: Sent | undefined,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.hand-in", { organisationId: speaker.organisationId });
    await ensureSeen(tx, actor, list, at);
    if (speaker.state === "spoken" && speaker.speechId) throw new Refusal("speech_delivered");
    if (speaker.state === "withdrawn") throw new Refusal("not_waiting");
    const speechId = await keepFile(tx, "speech", list.eventId, file, at);
    if (speaker.speechId) await eraseFiles(tx, [speaker.speechId], at);
    const written = await writeSpeaker(tx, speaker, { speechId });
    await record(tx, actor, {
      action: "speakers.hand-in",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
    });
    return written;
  });
}

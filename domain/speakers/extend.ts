import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ExtendInput } from "./input";
import { lockSpeaker, writeSpeaker } from "./lock";

/** Gives whoever has the floor more time, with the reason. Refuses `stale`, `not_speaking`. */
export async function extend(actor: Actor, { id, revision, seconds, reason }: ExtendInput, at = now()) {
  return db().transaction(async (tx) => {
    const { list, speaker } = await lockSpeaker(tx, actor, id, revision);
    ensure(actor, "speakers.extend");
    if (speaker.state !== "speaking") throw new Refusal("not_speaking");
    const written = await writeSpeaker(tx, speaker, { limitSeconds: (speaker.limitSeconds ?? 0) + seconds });
    await record(tx, actor, {
      action: "speakers.extend",
      subject: ["agenda_item", list.itemId],
      eventId: list.eventId,
      at,
      reason,
      details: { seconds },
    });
    return written;
  });
}

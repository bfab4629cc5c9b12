import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { appendQuestions } from "./append";
import type { PresetInput } from "./input";
import { presetOf } from "./presets/bank";

/** Adds the questions of a preset that the form does not ask yet. Refuses `nothing_to_add`, `condition_not_earlier`. */
export async function applyPreset(actor: Actor, { eventId, preset }: PresetInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "event.edit-form");
    const added = await appendQuestions(tx, event.id, presetOf(preset), at);
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details: { preset, added },
    });
    return { added };
  });
}

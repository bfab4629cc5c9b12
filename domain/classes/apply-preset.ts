import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import type { PresetInput } from "./input";
import { replaceClasses } from "./replace";
import { classPresets, presetClasses } from "./rules";

/** Replaces an event's classes and quotas by those of a set. Refuses `stale`, `event_cancelled`. */
export async function applyPreset(actor: Actor, { id, revision, preset }: PresetInput, at = now()) {
  return replaceClasses(actor, { id, revision, rows: presetClasses(classPresets[preset]) }, at);
}

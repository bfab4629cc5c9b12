import { Refusal } from "@/lib/refusal";
import type { Actor } from "./actor";
import { type Action, can, type Subject } from "./can";

/** Refuses with `not_allowed` unless the actor may do the action to the row. Every verb calls it. */
export function ensure(actor: Actor, action: Action, subject?: Subject) {
  if (!can(actor, action, subject)) throw new Refusal("not_allowed");
}

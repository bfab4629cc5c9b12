import crypto from "node:crypto";
import type { Role } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";

/** A signed-in user of a role, without a row of their own. */
export function user(role: Role): Extract<Actor, { kind: "user" }> {
  const organisationId = role === "focal_point" ? crypto.randomUUID() : null;
  return { kind: "user", id: crypto.randomUUID(), name: `A test ${role}`, role, organisationId };
}

export const organizer = user("organizer");
export const protocol = user("protocol");
export const editor = user("editor");
export const door = user("door");
export const focalPoint = user("focal_point");
export const stranger: Actor = { kind: "public" };
export const house: Actor = { kind: "system", name: "test" };

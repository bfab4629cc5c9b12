import type { Role } from "@/db/enums";

/** Who asks. Made by `app/_request` from the session or a personal link, never from what a form says. */
export type Actor =
  | { kind: "public" }
  | {
      kind: "user";
      id: string;
      name: string;
      role: Role;
      organisationId: string | null;
    }
  | { kind: "participant"; participationId: string; eventId: string }
  /** Whoever holds the link of an invitation. */
  | { kind: "invitee"; invitationId: string; eventId: string }
  /** Whoever holds the link of an application to become a member. */
  | { kind: "applicant"; accessionId: string }
  | { kind: "system"; name: string };

export const nobody: Actor = { kind: "public" };

/** The name history keeps for an actor. */
export function actorName(actor: Actor): string {
  if (actor.kind === "user" || actor.kind === "system") return actor.name;
  return actor.kind;
}

/** The user's id, where the actor is a user. */
export function actorId(actor: Actor): string | null {
  return actor.kind === "user" ? actor.id : null;
}

import type { Actor } from "@/domain/access/actor";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { Refusal } from "@/lib/refusal";

/**
 * Refuses `no_such_organisation` where a participant names one that is not publicly a member: whether a member to come
 * is in our books, nobody learns by trying. What the registration names already may stay; an organizer may name any.
 */
export async function ensureKnownOrganisation(
  actor: Actor,
  { from, to }: { from: string | null; to: string | null },
  at: Date,
): Promise<void> {
  if (actor.kind === "user" || to === null || to === from) return;
  const known = await publicOrganisationChoices(at);
  if (!known.some(({ id }) => id === to)) throw new Refusal("no_such_organisation");
}

import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { Refusal } from "@/lib/refusal";
import { overlaps, type Spell } from "./rules";

/** What the database may say no to when a spell is written. */
export const membershipConstraints = {
  memberships_no_overlap: "membership_overlaps",
  memberships_order: "membership_order",
};

/** Locks the organisation whose spells are about to change: it is the queue of its spells. */
export async function lockOrganisation(tx: Transaction, id: string) {
  const columns = { id: organisations.id, kind: organisations.kind };
  const [row] = await tx.select(columns).from(organisations).where(eq(organisations.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Locks a spell, after its organisation. */
export async function lockSpell(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ organisationId: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.id, id));
  if (!found) throw new Refusal("not_found");
  await lockOrganisation(tx, found.organisationId);
  const [row] = await tx.select().from(memberships).where(eq(memberships.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Refuses a spell that shares a day with another one of its organisation that stands. */
export async function ensureNoOverlap(
  tx: Transaction,
  organisationId: string,
  spell: Pick<Spell, "joinedOn" | "leftOn">,
  except?: string,
) {
  const standing = await tx
    .select({ id: memberships.id, joinedOn: memberships.joinedOn, leftOn: memberships.leftOn })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.withdrawnAt)));
  if (standing.some((other) => other.id !== except && overlaps(spell, other))) {
    throw new Refusal("membership_overlaps");
  }
}

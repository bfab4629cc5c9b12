import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { announcementMemberships, announcementPublications, announcements } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import { announcing, publicityOf } from "./rules";

/** The ids of the spells an announcement is about. */
export async function boundSpells(query: Queryable, announcementId: string): Promise<string[]> {
  const rows = await query
    .select({ id: announcementMemberships.membershipId })
    .from(announcementMemberships)
    .where(eq(announcementMemberships.announcementId, announcementId));
  return rows.map((row) => row.id);
}

/** Locks spells in one order, so that two releases never wait for each other. */
export async function lockSpells(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(memberships)
    .where(inArray(memberships.id, [...ids]))
    .orderBy(asc(memberships.id))
    .for("update");
}

/** Writes which spells an announcement is about. Refuses `no_such_membership`. */
export async function bindSpells(tx: Transaction, announcementId: string, ids: readonly string[]) {
  const spells = await lockSpells(tx, ids);
  if (spells.length < ids.length || spells.some((spell) => spell.withdrawnAt)) {
    throw new Refusal("no_such_membership");
  }
  await tx.delete(announcementMemberships).where(eq(announcementMemberships.announcementId, announcementId));
  if (ids.length === 0) return;
  await tx
    .insert(announcementMemberships)
    .values(ids.map((membershipId) => ({ announcementId, membershipId })));
}

/**
 * Brings the moment from which spells are public in line with the announcements about them that stand. The spells are
 * locked. Tells how many changed.
 */
export async function settleSpells(tx: Transaction, ids: readonly string[], at: Date): Promise<number> {
  const spells = await lockSpells(tx, ids);
  const publications = await publicationsAbout(tx, ids);
  let changed = 0;
  for (const spell of spells) {
    const publicFrom = publicityOf(
      spell.publicFrom,
      announcing(
        publications.filter((one) => one.id === spell.id),
        at,
      ),
      at,
    );
    if (publicFrom?.getTime() === spell.publicFrom?.getTime()) continue;
    await tx
      .update(memberships)
      .set({ publicFrom, revision: spell.revision + 1 })
      .where(eq(memberships.id, spell.id));
    if (publicFrom) {
      const told = { subject: ["membership", spell.id], key: publicFrom.toISOString() } as const;
      await notify(tx, "membership.published", told, publicFrom);
    }
    changed += 1;
  }
  return changed;
}

/** Every publication of new-member announcements about some spells, with the spell. */
async function publicationsAbout(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: announcementMemberships.membershipId,
      publicFrom: announcementPublications.publicFrom,
      withdrawnAt: announcementPublications.withdrawnAt,
      withdrawalKind: announcementPublications.withdrawalKind,
    })
    .from(announcementMemberships)
    .innerJoin(announcements, eq(announcements.id, announcementMemberships.announcementId))
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .where(
      and(inArray(announcementMemberships.membershipId, [...ids]), eq(announcements.kind, "new_member")),
    );
}

import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { announcementMemberships, announcementPublications, announcements } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import { publicityOf } from "./rules";

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
  const standing = await standingInstants(tx, ids);
  let changed = 0;
  for (const spell of spells) {
    const publicFrom = publicityOf(spell.publicFrom, standing.get(spell.id) ?? [], at);
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

/** For each spell the instants of the new-member announcements about it that are published or under embargo. */
async function standingInstants(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Date[]>();
  const rows = await tx
    .select({ id: announcementMemberships.membershipId, publicFrom: announcementPublications.publicFrom })
    .from(announcementMemberships)
    .innerJoin(announcements, eq(announcements.id, announcementMemberships.announcementId))
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .where(
      and(
        inArray(announcementMemberships.membershipId, [...ids]),
        eq(announcements.kind, "new_member"),
        isNull(announcementPublications.withdrawnAt),
      ),
    );
  return groupedBy(rows);
}

function groupedBy(rows: readonly { id: string; publicFrom: Date }[]) {
  const grouped = new Map<string, Date[]>();
  for (const { id, publicFrom } of rows) grouped.set(id, [...(grouped.get(id) ?? []), publicFrom]);
  return grouped;
}

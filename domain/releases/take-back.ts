import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { announcementMemberships, announcementPublications, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { statementPublications } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { withdrawIn as withdrawAnnouncement } from "@/domain/announcements/withdraw-in";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { touchLive } from "@/domain/live/touch";
import { lockSpell } from "@/domain/members/spells";
import { withdrawIn as withdrawStatement } from "@/domain/statements/withdraw-in";
import { Refusal } from "@/lib/refusal";
import type { ItemRow, ReleaseRow } from "./lock";
import { putBack } from "./put-back";
import { inWritingOrder, type Obstacle, obstacleKey, restores, type UndoReason } from "./rules";

type How = { kind: UndoReason; reason: string; at: Date };

/**
 * Takes back everything of a release that was carried out, in one transaction: texts by the reason, and what they
 * replaced stands again; members, events and agendas as they were, where the reason says that they should not have been
 * public. Refuses `obstacles` where something of it cannot be taken back; then nothing is.
 */
export async function takeBack(
  tx: Transaction,
  actor: Actor,
  release: ReleaseRow & { publicFrom: Date },
  items: readonly ItemRow[],
  how: How,
) {
  const obstacles = await inTheWay(tx, items, how);
  if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles.map(obstacleKey));
  const spells = await spellsOf(tx, release, items);
  for (const item of inWritingOrder(items)) {
    const publicationId = String(item.outcome?.publicationId ?? "");
    if (
      item.kind === "announcement" &&
      publicationId &&
      (await stands(tx, announcementPublications, publicationId))
    ) {
      await withdrawAnnouncement(tx, actor, { publicationId, kind: how.kind, reason: how.reason }, how.at);
      if (restores(how.kind)) await putBack(tx, actor, announcementPublications, publicationId, how.at);
    }
    if (
      item.kind === "statement" &&
      publicationId &&
      (await stands(tx, statementPublications, publicationId))
    ) {
      const statementId = item.statementId ?? "";
      const { kind, reason } = how;
      await withdrawStatement(tx, actor, { statementId, publicationId, kind, reason }, how.at);
      if (restores(how.kind)) await putBack(tx, actor, statementPublications, publicationId, how.at);
    }
    if (item.kind === "agenda") await takeBackAgenda(tx, item, how.at);
    if (item.kind === "event" && restores(how.kind)) await takeBackEvent(tx, release, item, how);
  }
  if (restores(how.kind)) for (const id of spells) await hide(tx, actor, release, id, how);
}

/** An event that people have registered for meanwhile cannot go back to being unknown. */
async function inTheWay(tx: Transaction, items: readonly ItemRow[], { kind }: How): Promise<Obstacle[]> {
  const ids = items.filter((item) => item.kind === "event").flatMap((item) => item.eventId ?? []);
  if (!restores(kind) || ids.length === 0) return [];
  for (const id of ids.toSorted()) await lockEvent(tx, id);
  const rows = await tx
    .selectDistinct({ eventId: participations.eventId })
    .from(participations)
    .where(and(inArray(participations.eventId, ids), eq(participations.source, "registration")));
  return items
    .filter((item) => item.kind === "event" && rows.some((row) => row.eventId === item.eventId))
    .map((item) => ({ itemId: item.id, code: "event_has_registrations" }));
}

type Publications = typeof announcementPublications | typeof statementPublications;

/** Whether a publication is still in force: somebody may have taken it back, or replaced it, by itself. */
async function stands(tx: Transaction, table: Publications, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: table.id })
    .from(table as typeof statementPublications)
    .where(and(eq(table.id, id), isNull(table.withdrawnAt)));
  return rows.length > 0;
}

/** The spells that became public with a release: those it names, and those its announcements are about. */
async function spellsOf(tx: Transaction, release: { publicFrom: Date }, items: readonly ItemRow[]) {
  const named = items
    .filter((item) => item.outcome?.before === null)
    .flatMap((item) => item.membershipId ?? []);
  const texts = items.flatMap((item) => item.announcementId ?? []);
  const bound =
    texts.length === 0
      ? []
      : await tx
          .select({ id: memberships.id })
          .from(announcementMemberships)
          .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
          .where(
            and(
              inArray(announcementMemberships.announcementId, texts),
              eq(memberships.publicFrom, release.publicFrom),
            ),
          );
  return [...new Set([...named, ...bound.map((row) => row.id)])].toSorted();
}

/** Makes a spell unknown again, unless another announcement that stands makes it public. */
async function hide(tx: Transaction, actor: Actor, release: { id: string }, id: string, { reason, at }: How) {
  const spell = await lockSpell(tx, id);
  const [other] = await tx
    .select({
      from: sql<Date | null>`min(${announcementPublications.publicFrom})`.mapWith(memberships.publicFrom),
    })
    .from(announcementMemberships)
    .innerJoin(announcements, eq(announcements.id, announcementMemberships.announcementId))
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .where(
      and(
        eq(announcementMemberships.membershipId, id),
        eq(announcements.kind, "new_member"),
        isNull(announcementPublications.withdrawnAt),
      ),
    );
  const publicFrom = other?.from ?? null;
  if (publicFrom?.getTime() === spell.publicFrom?.getTime()) return;
  await tx
    .update(memberships)
    .set({ publicFrom, revision: spell.revision + 1 })
    .where(eq(memberships.id, id));
  await record(tx, actor, {
    action: "membership.edit",
    subject: ["membership", id],
    at,
    reason,
    details: { organisationId: spell.organisationId, release: release.id, hidden: true },
  });
}

/** The release of an agenda before it is the agenda again. */
async function takeBackAgenda(tx: Transaction, item: ItemRow, at: Date) {
  const id = String(item.outcome?.agendaReleaseId ?? "");
  if (!id || !item.eventId) return;
  await lockEvent(tx, item.eventId);
  await tx
    .update(agendaReleases)
    .set({ withdrawnAt: at })
    .where(and(eq(agendaReleases.id, id), isNull(agendaReleases.withdrawnAt)));
  await touchLive(tx, item.eventId);
}

async function takeBackEvent(tx: Transaction, release: { publicFrom: Date }, item: ItemRow, { at }: How) {
  if (!item.eventId) return;
  await tx
    .update(events)
    .set({ announcedAt: null, announcedBy: null, revision: sql`${events.revision} + 1`, updatedAt: at })
    .where(
      and(
        eq(events.id, item.eventId),
        isNotNull(events.announcedAt),
        eq(events.announcedAt, release.publicFrom),
      ),
    );
}

import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { announcementRevisions } from "@/db/schema/announcements";
import { groups } from "@/db/schema/group";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { publicationsOf } from "@/domain/announcements/lock";
import { wasPublic } from "@/domain/announcements/rules";
import { storedBody } from "@/domain/announcements/text/input";
import { peopleQuoted } from "@/domain/announcements/text/rules";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { closedPeriodsBy } from "./queries";
import { governmentsOf } from "./rules";

/**
 * What was public in a period that is over is changed by administrators only. Refuses `period_closed`. What is only
 * being written yet belongs to none.
 */
export async function ensureOpen(tx: Transaction, actor: Actor, announcementId: string, at: Date) {
  if (can(actor, "period.edit")) return;
  const published = (await publicationsOf(tx, announcementId)).filter((one) => wasPublic(one, at));
  const [first] = published.map((one) => one.publicFrom).toSorted((a, b) => a.getTime() - b.getTime());
  if (!first) return;
  const [group] = await tx.select({ zone: groups.zone }).from(groups);
  const zone = group?.zone ?? "UTC";
  const day = dayIn(first, zone);
  const revisionIds = published.map((one) => one.revisionId);
  const governments = await governmentsIn(tx, announcementId, revisionIds, day);
  const text = { id: announcementId, day, governments };
  const closed = await closedPeriodsBy("announcement", [text], dayIn(at, zone), at, tx);
  if (closed.size > 0) throw new Refusal("period_closed");
}

/** Whose office holders speak in some revisions, on a day. */
async function governmentsIn(tx: Transaction, announcementId: string, revisionIds: string[], day: string) {
  const rows = await tx
    .select({ body: announcementRevisions.body })
    .from(announcementRevisions)
    .where(
      and(
        eq(announcementRevisions.announcementId, announcementId),
        inArray(announcementRevisions.id, revisionIds),
      ),
    );
  const held = await appointmentsOf(tx, peopleQuoted(rows.map((row) => storedBody(row.body))));
  return governmentsOf([{ held }], day);
}

import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { accessions } from "@/db/schema/accessions";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { overlaps } from "@/domain/members/rules";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import { accessionState, isOpen } from "./rules";

type Moment = { at: Date; today: string };

/** Who holds the personal link of an application, as an actor; nothing where the link is not one of ours. */
export async function applicantByLink(
  token: string,
): Promise<Extract<Actor, { kind: "applicant" }> | undefined> {
  const [row] = await db()
    .select({ id: accessions.id })
    .from(accessions)
    .where(and(eq(accessions.tokenHash, hashOf(token)), isNull(accessions.erasedAt)));
  return row && { kind: "applicant", accessionId: row.id };
}

/** The application of whoever holds its link, and where it stands. Refuses `not_found`. */
export async function ownApplication(actor: Actor, moment: Moment) {
  if (actor.kind !== "applicant") throw new Refusal("not_found");
  const [found] = await applications(eq(accessions.id, actor.accessionId), moment);
  if (!found) throw new Refusal("not_found");
  return found;
}

/**
 * What a focal point's desk shows of joining: the latest application of the organisation, and whether one can be made,
 * which is while it is no member and none is under way.
 */
export async function accessionAtDesk(actor: Actor, moment: Moment) {
  if (actor.kind !== "user" || !actor.organisationId) throw new Refusal("not_allowed");
  const { organisationId } = actor;
  const [[latest], spells] = await Promise.all([
    applications(eq(accessions.organisationId, organisationId), moment),
    db()
      .select({ joinedOn: memberships.joinedOn, leftOn: memberships.leftOn })
      .from(memberships)
      .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.withdrawnAt))),
  ]);
  const member = spells.some((one) => overlaps({ joinedOn: moment.today, leftOn: null }, one));
  return { latest, mayApply: !member && !(latest && isOpen(latest.state)) };
}

/** What an applicant may know of applications: what they said, and where each stands. */
async function applications(which: ReturnType<typeof eq>, moment: Moment) {
  const rows = await db()
    .select({
      id: accessions.id,
      revision: accessions.revision,
      name: accessions.name,
      kind: accessions.kind,
      receivedOn: accessions.receivedOn,
      contactName: accessions.contactName,
      contactEmail: accessions.contactEmail,
      motivation: accessions.motivation,
      ownActions: accessions.ownActions,
      reviewedAt: accessions.reviewedAt,
      sentToBoardAt: accessions.sentToBoardAt,
      approvedAt: accessions.approvedAt,
      declinedAt: accessions.declinedAt,
      withdrawnAt: accessions.withdrawnAt,
      endReason: accessions.endReason,
      spell: {
        joinedOn: memberships.joinedOn,
        publicFrom: memberships.publicFrom,
        withdrawnAt: memberships.withdrawnAt,
      },
    })
    .from(accessions)
    .leftJoin(memberships, eq(memberships.id, accessions.membershipId))
    .where(which)
    .orderBy(desc(accessions.receivedAt));
  return rows.map(({ spell, ...row }) => ({
    ...row,
    joinedOn: spell?.joinedOn ?? null,
    state: accessionState(row, spell, moment),
  }));
}

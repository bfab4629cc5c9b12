import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { ParticipationFilter } from "@/domain/participations/queries";
import { Refusal } from "@/lib/refusal";
import { type MailingTarget, recipientsOf, targetOf } from "./rules";
import { hadAlready } from "./same";
import { candidatesOf } from "./target";

const inState = (state: string) => sql<number>`count(*) filter (where ${mails.state} = ${state})::int`;

/** How many of a mailing's mails are in each state, and how many drafts still wait for their words. */
const counted = {
  draft: inState("draft"),
  queued: inState("queued"),
  sent: inState("sent"),
  failed: inState("failed"),
  bounced: inState("bounced"),
  cancelled: inState("cancelled"),
  wordless: sql<number>`count(*) filter (where ${mails.state} = 'draft' and ${mails.html} = '')::int`,
};

const columns = {
  id: mailings.id,
  eventId: mailings.eventId,
  subject: mailings.subject,
  body: mailings.body,
  filter: mailings.filter,
  withCalendar: mailings.withCalendar,
  createdByName: mailings.createdByName,
  createdAt: mailings.createdAt,
  releasedAt: mailings.releasedAt,
  discardedAt: mailings.discardedAt,
  revision: mailings.revision,
  ...counted,
};

/** The bulk mails of an event with how far they are, latest first. */
export async function listMailings(actor: Actor, eventId: string) {
  ensure(actor, "mailing.compose");
  return db()
    .select(columns)
    .from(mailings)
    .leftJoin(mails, eq(mails.mailingId, mailings.id))
    .where(eq(mailings.eventId, eventId))
    .groupBy(mailings.id)
    .orderBy(desc(mailings.createdAt), mailings.id)
    .limit(200);
}

/** One bulk mail of an event. Refuses `not_found`. */
export async function mailingForOrganizer(actor: Actor, eventId: string, id: string) {
  ensure(actor, "mailing.compose");
  const [row] = await db()
    .select(columns)
    .from(mailings)
    .leftJoin(mails, eq(mails.mailingId, mailings.id))
    .where(and(eq(mailings.id, id), eq(mailings.eventId, eventId)))
    .groupBy(mailings.id);
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Rows on a page of a mailing's recipients. */
export const pageSize = 100;

/** A page of the exact list of a mailing's recipients, and how many of its drafts say what their reader has had already. */
export async function mailingRecipients(actor: Actor, id: string, page: number) {
  ensure(actor, "mailing.compose");
  const its = eq(mails.mailingId, id);
  const [rows, [total], languages, [had]] = await Promise.all([
    db()
      .select({
        id: mails.id,
        toAddress: mails.toAddress,
        toName: mails.toName,
        locale: mails.locale,
        state: mails.state,
        lastError: mails.lastError,
      })
      .from(mails)
      .where(its)
      .orderBy(asc(mails.toName), asc(mails.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(mails).where(its),
    db()
      .select({ locale: mails.locale, count: count() })
      .from(mails)
      .where(and(its, sql`${mails.state} <> 'cancelled'`))
      .groupBy(mails.locale)
      .orderBy(mails.locale),
    db()
      .select({ count: count() })
      .from(mails)
      .where(and(its, eq(mails.state, "draft"), sql`${mails.html} <> ''`, hadAlready)),
  ]);
  return { rows, total: total?.count ?? 0, languages, had: had?.count ?? 0 };
}

/** Whom a target and a filter name now: who would get a mail, and who is left out and why. */
export async function whoWouldGet(
  actor: Actor,
  eventId: string,
  target: MailingTarget,
  filter: ParticipationFilter,
) {
  ensure(actor, "mailing.compose");
  const { recipients, leftOut } = recipientsOf(await candidatesOf(db(), actor, eventId, target, filter));
  const named = recipients.map(({ address, name, locale }) => ({ address, name, locale }));
  return { recipients: named, leftOut };
}

/** The same question for a mailing that was composed: who is left out as things stand. */
export async function leftOutOf(
  actor: Actor,
  mailing: { eventId: string; filter: Record<string, string> },
  filter: ParticipationFilter,
) {
  const { leftOut } = await whoWouldGet(actor, mailing.eventId, targetOf(mailing.filter), filter);
  return leftOut;
}

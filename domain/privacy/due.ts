import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contactKeptDays } from "../accessions/rules";
import { starsKeptDays } from "../agenda-subscriptions/rules";
import { importsKeptDays, type RetainedKind, recordsKeptDays } from "./rules";

/**
 * One kind of what retention erases: the SQL that lists what is due at a moment, as `id`, `event_id` (null for what
 * belongs to no event) and `due` (the instant since when). The report counts it and the erasing takes its ids, so that the two cannot differ.
 */
export type DueRow = { id: string; event_id: string | null; due: string };

const past = (days: ReturnType<typeof sql>) => sql`e.ends_at + make_interval(days => ${days})`;

const lists: Record<RetainedKind, (at: string) => ReturnType<typeof sql>> = {
  needs: (at) => sql`
    select p.id, p.event_id, ${past(sql`e.needs_kept_days`)} as due
    from participations p join events e on e.id = p.event_id
    where p.needs_erased_at is null and (p.access_needs <> '' or p.dietary_needs <> '')
      and ${past(sql`e.needs_kept_days`)} <= ${at}::timestamptz`,
  answers: (at) => sql`
    select a.participation_id || ':' || a.question_id as id, p.event_id, ${past(sql`q.kept_days`)} as due
    from answers a join questions q on q.id = a.question_id
      join participations p on p.id = a.participation_id join events e on e.id = p.event_id
    where q.kept_days is not null and ${past(sql`q.kept_days`)} <= ${at}::timestamptz`,
  photos: (at) => sql`
    select p.photo_id as id, p.event_id, ${past(sql`e.needs_kept_days`)} as due
    from participations p join events e on e.id = p.event_id
    where p.photo_id is not null and ${past(sql`e.needs_kept_days`)} <= ${at}::timestamptz`,
  credentials: (at) => sql`
    select c.file_id as id, d.event_id, ${past(sql`e.needs_kept_days`)} as due
    from credentials c join delegations d on d.id = c.delegation_id join events e on e.id = d.event_id
      join files f on f.id = c.file_id
    where f.erased_at is null and ${past(sql`e.needs_kept_days`)} <= ${at}::timestamptz`,
  invitations: (at) => sql`
    select i.id, i.event_id, ${past(sql`e.needs_kept_days`)} as due
    from invitations i join events e on e.id = i.event_id
    where i.erased_at is null and i.participation_id is null
      and ${past(sql`e.needs_kept_days`)} <= ${at}::timestamptz`,
  imports: (at) => sql`
    select i.id, i.event_id, i.created_at + make_interval(days => ${importsKeptDays}) as due
    from imports i
    where i.erased_at is null
      and i.created_at + make_interval(days => ${importsKeptDays}) <= ${at}::timestamptz`,
  mails: (at) => sql`
    select m.id, m.event_id, ${past(sql`${recordsKeptDays}`)} as due
    from mails m join events e on e.id = m.event_id
    where m.to_address <> '' and ${past(sql`${recordsKeptDays}`)} <= ${at}::timestamptz`,
  history: (at) => sql`
    select h.id::text as id, h.event_id, ${past(sql`${recordsKeptDays}`)} as due
    from history h join events e on e.id = h.event_id
    where h.subject_kind in ('participation', 'invitation') and h.reason <> ''
      and ${past(sql`${recordsKeptDays}`)} <= ${at}::timestamptz`,
  stars: (at) => sql`
    select s.id, s.event_id, ${past(sql`${starsKeptDays}`)} as due
    from agenda_subscriptions s join events e on e.id = s.event_id
    where ${past(sql`${starsKeptDays}`)} <= ${at}::timestamptz`,
  applications: (at) => sql`
    select a.id, null as event_id,
      coalesce(a.declined_at, a.withdrawn_at) + make_interval(days => ${contactKeptDays}) as due
    from accessions a
    where a.erased_at is null
      and coalesce(a.declined_at, a.withdrawn_at) + make_interval(days => ${contactKeptDays}) <= ${at}::timestamptz`,
};

/** What of a kind is due at a moment. */
export async function dueOf(
  tx: Pick<Transaction, "execute">,
  kind: RetainedKind,
  at: Date,
): Promise<DueRow[]> {
  const rows: Iterable<DueRow> = await tx.execute<DueRow>(lists[kind](at.toISOString()));
  return [...rows];
}

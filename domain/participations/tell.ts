import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { focalPointsOf } from "@/domain/delegations/focal-points";
import type { EventRow } from "@/domain/events/lock";
import { post } from "@/domain/outbox/post";
import { eventInvitation, organizerAddress } from "@/lib/calendar/invitation";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { writePersonalLink } from "./links";
import { liveStates } from "./rules";
import { type News, type ParticipationRow, saidOf } from "./said";

/** Those who have a seat, or lose it, get the calendar file that says so. */
const calendars: Partial<Record<News, "REQUEST" | "CANCEL">> = {
  approved: "REQUEST",
  promoted: "REQUEST",
  moved: "REQUEST",
  withdrawn: "CANCEL",
  replaced: "CANCEL",
  declined: "CANCEL",
  cancelled: "CANCEL",
};

/** What a delegation's focal points are told of their people, beside the people themselves. */
const forDelegations: readonly News[] = [
  "approved",
  "waitlisted",
  "promoted",
  "offered",
  "expired",
  "declined",
  "withdrawn",
];

/**
 * Writes the mail that tells a participant what happened, in their language, with a personal link and, where a seat was
 * given, moved or taken, a calendar file. `held` says whether they had a seat before. The focal points of a nominated
 * participant are told of decisions, and of everything where the participant has no address of their own. One mail per
 * news, revision and recipient.
 */
export async function tell(
  tx: Transaction,
  news: News,
  row: ParticipationRow,
  event: EventRow,
  held = false,
) {
  const { locale } = row;
  const t = words(locale, "participations.mail");
  const said = await saidOf(tx, news, row, event, locale);
  if (row.email !== null) {
    const attendee = { name: row.name, address: row.email };
    const link = await writePersonalLink(tx, row.id, locale);
    const method = calendars[news];
    const invites = method === "REQUEST" ? row.state === "approved" : method === "CANCEL" && held;
    const invitation = { row, attendee, method: method ?? ("REQUEST" as const), organizer: t("organizer") };
    await post(tx, {
      ...said,
      key: `participation.${news}:${row.id}:${keyOf(news, row, event)}`,
      to: { ...attendee, locale },
      action: { label: t("button"), url: "{{link}}" },
      secrets: { link },
      attachments: method && invites ? [calendarFile(event, invitation)] : [],
    });
  }
  if (row.delegationId && (row.email === null || forDelegations.includes(news)))
    await tellDelegation(tx, news, row, event);
}

/** The same news to the focal points, each in their own language, with the way to the desk instead of a link. */
async function tellDelegation(tx: Transaction, news: News, row: ParticipationRow, event: EventRow) {
  for (const user of await focalPointsOf(tx, row.organisationId)) {
    const t = words(user.locale, "participations.mail");
    const said = await saidOf(tx, news, row, event, user.locale);
    await post(tx, {
      ...said,
      key: `participation.${news}:${row.id}:${keyOf(news, row, event)}:${user.id}`,
      to: { address: user.email, name: user.name, locale: user.locale },
      paragraphs: [t("delegation", { name: row.name }), ...said.paragraphs],
      action: { label: t("desk"), url: `${env().BASE_URL}/${user.locale}/desk` },
    });
  }
}

/**
 * What makes a mail another one: a move is told once per place in the calendar, a decision once per revision. Whoever
 * registers again is written to once an hour: enough for who has lost the mail, too little to pester them.
 */
function keyOf(news: News, row: ParticipationRow, event: EventRow) {
  if (news === "again") return `${row.revision}:${row.stateAt.toISOString().slice(0, 13)}`;
  return news === "moved" || news === "cancelled" ? `calendar-${event.calendarSequence}` : row.revision;
}

type CalendarFile = {
  row: ParticipationRow;
  attendee: { name: string; address: string };
  method: "REQUEST" | "CANCEL";
  organizer: string;
};

/** The calendar file that goes with a mail to a participant: the event as it is now, for this person. */
export function calendarFile(event: EventRow, { row, attendee, method, organizer }: CalendarFile) {
  const { locale } = row;
  return eventInvitation({
    id: event.id,
    title: pick(event.title, locale).text,
    summary: pick(event.summary, locale).text,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    place: [event.venue, pick(event.city, locale).text].filter(Boolean).join(", "),
    url: `${env().BASE_URL}/${locale}/events/${event.slug}`,
    // A seat that is given up and taken again comes later in the same calendar object.
    sequence: event.calendarSequence * 1_000 + row.revision,
    attendee,
    organizer: { name: organizer, address: organizerAddress() },
    method,
    stamp: row.stateAt,
  });
}

/** Those who have been told of their participation: whoever was nominated and not submitted knows of nothing yet. */
async function told(tx: Transaction, eventId: string) {
  return tx
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        inArray(participations.state, [...liveStates]),
        ne(participations.state, "nominated"),
      ),
    )
    .orderBy(participations.arrival);
}

/** Tells everyone who is coming, waiting or awaiting a decision that an event has moved. Answers how many. */
export async function tellMoved(tx: Transaction, event: EventRow): Promise<number> {
  const rows = await told(tx, event.id);
  for (const row of rows) await tell(tx, "moved", row, event);
  return rows.length;
}

/** Tells everyone who is coming, waiting or awaiting a decision that an event is cancelled, and why. Answers how many. */
export async function tellCancelled(tx: Transaction, event: EventRow): Promise<number> {
  const rows = await told(tx, event.id);
  for (const row of rows) await tell(tx, "cancelled", row, event, row.state === "approved");
  return rows.length;
}

import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import type { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import type { participations } from "@/db/schema/participations";
import { placeInLine } from "@/domain/participations/seats";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatInstant, formatRange } from "@/lib/time";
import type { Values } from "./rules";

type EventRow = typeof events.$inferSelect;
type ParticipationRow = typeof participations.$inferSelect;

/** What every mail about an event can say of it, in a language; the rest is empty. */
export function eventValues(event: EventRow, locale: Locale): Values {
  return {
    name: "",
    organisation: "",
    class: "",
    event: pick(event.title, locale).text,
    when: formatRange(event.startsAt, event.endsAt, event.zone, locale, { allDay: event.allDay }),
    where: [event.venue, pick(event.city, locale).text].filter(Boolean).join(", "),
    place: "",
    reason: "",
    until: "",
  };
}

/** What a mail about a participation says for its placeholders; the database is asked only for those that are used. */
export async function participantValues(
  query: Queryable,
  row: ParticipationRow,
  event: EventRow,
  locale: Locale,
  used: readonly string[],
): Promise<Values> {
  const waits = row.state === "waitlisted" && row.seatPool === null;
  const place = waits && used.includes("place") ? await placeInLine(query, event.id, row.arrival) : 0;
  return {
    ...eventValues(event, locale),
    name: row.name,
    organisation: used.includes("organisation") ? await organisationOf(query, row, locale) : "",
    class: words(locale, "enums.participationClass")(row.class),
    place: String(place),
    reason: row.stateReason || event.cancellationReason,
    until: row.offerExpiresAt ? formatInstant(row.offerExpiresAt, event.zone, locale) : "",
  };
}

async function organisationOf(query: Queryable, row: ParticipationRow, locale: Locale): Promise<string> {
  if (!row.organisationId) return row.organisationName;
  const [organisation] = await query
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  return organisation ? pick(organisation.name, locale).text : "";
}

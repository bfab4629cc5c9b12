import "server-only";
import type { Locale } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { placesFor } from "@/domain/releases/choices";
import { pick } from "@/lib/i18n/pick";
import { formatInstant } from "@/lib/time";

/** The events and the items of agendas at which a release's button can stand, for its form. */
export async function placeChoices(actor: Actor, locale: Locale, at: Date) {
  const { events, items } = await placesFor(actor, at);
  return {
    events: events.map((one) => ({ value: one.id, label: pick(one.title, locale).text })),
    items: items.map(({ id, title, eventTitle, startsAt, zone }) => ({
      value: id,
      label: [
        pick(eventTitle, locale).text,
        pick(title, locale).text,
        startsAt ? formatInstant(startsAt, zone, locale) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    })),
  };
}

import type { Thing } from "@/components/seo/json-ld";
import type { Locale } from "@/db/enums";
import type { PublicAgendaItem } from "@/domain/agenda/public";
import type { PublicEvent } from "@/domain/events/queries";
import { pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { dayIn, lastDay, localWithOffset } from "@/lib/time";

/** An event in the words of schema.org, as search engines read it: its times as they are told where it is held. */
export function eventThing(event: PublicEvent, locale: Locale, items: PublicAgendaItem[] = []): Thing {
  const mode = { in_person: "Offline", online: "Online", hybrid: "Mixed" }[event.format];
  const address = {
    "@type": "PostalAddress",
    addressLocality: pick(event.city, locale).text,
    addressCountry: event.country,
  };
  const url = absolute(`/${locale}/events/${event.slug}`);
  const whole = event.allDay;
  return {
    "@type": "Event",
    name: pick(event.title, locale).text,
    description: pick(event.summary, locale).text || undefined,
    startDate: whole ? dayIn(event.startsAt, event.zone) : localWithOffset(event.startsAt, event.zone),
    endDate: whole
      ? lastDay(event.startsAt, event.endsAt, event.zone)
      : localWithOffset(event.endsAt, event.zone),
    eventStatus: `https://schema.org/${event.cancelledAt ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [
      ...(event.format === "online"
        ? []
        : [{ "@type": "Place", name: event.venue || address.addressLocality, address }]),
      ...(event.format === "in_person" ? [] : [{ "@type": "VirtualLocation", url }]),
    ],
    // A supporter is thanked, and organizes nothing.
    organizer: event.hosts
      .filter((host) => host.role !== "supporter")
      .map((host) => ({ "@type": "Organization", name: pick(host.name, locale).text })),
    url,
    ...(items.length > 0 ? { subEvent: items.map((item) => itemThing(item, event, locale)) } : {}),
  };
}

/** An item of its agenda: where and when, and who appears there. */
function itemThing(item: PublicAgendaItem, event: PublicEvent, locale: Locale): Thing {
  const url = absolute(`/${locale}/events/${event.slug}#item-${item.id}`);
  const place = item.room?.name || event.venue || pick(event.city, locale).text;
  return {
    "@type": "Event",
    name: pick(item.title, locale).text,
    description: pick(item.abstract, locale).text || undefined,
    startDate: localWithOffset(item.startsAt, event.zone),
    endDate: localWithOffset(item.endsAt, event.zone),
    eventStatus: `https://schema.org/${event.cancelledAt ? "EventCancelled" : "EventScheduled"}`,
    location: place ? { "@type": "Place", name: place } : { "@type": "VirtualLocation", url },
    performer: [...new Set(item.people.map((person) => person.name))].map((name) => ({
      "@type": "Person",
      name,
    })),
    url,
  };
}

import type { Locale, Localized } from "@/db/enums";
import type { ReleasedItem } from "@/db/schema/agenda";
import type { EventRow } from "@/domain/events/lock";
import type { Mail } from "@/domain/outbox/mail";
import { eventInvitation, organizerAddress } from "@/lib/calendar/invitation";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatRange } from "@/lib/time";
import type { News } from "./difference";

type Person = { id: string; name: string; address: string; locale: Locale };
type About = {
  event: EventRow;
  release: { id: string; number: number; note: Localized; releasedAt: Date };
};

/** The mail that tells one person what a release changes for them, with a calendar file for each item. */
export function letterOf(person: Person, news: News[], about: About): Mail {
  const { event, release } = about;
  const { locale } = person;
  const t = words(locale, "agenda.mail");
  const title = pick(event.title, locale).text;
  const note = pick(release.note, locale).text;
  return {
    key: `agenda-release:${release.id}:${person.id}`,
    to: { address: person.address, name: person.name, locale },
    template: "agenda-release",
    subject: t("subject", { event: title }),
    paragraphs: [
      t("greeting", { name: person.name }),
      t("lead", { number: release.number, event: title }),
      ...news.map((one) => lineOf(one, person, event)),
      ...(note ? [note] : []),
      t("files"),
    ],
    action: { label: t("button"), url: `${env().BASE_URL}/${locale}/events/${event.slug}` },
    attachments: news.map((one, index) => fileOf(one, index, person, about)),
    about: ["agenda_release", release.id],
    eventId: event.id,
  };
}

/** One thing that is new to the person: "Moved: …, 3 June 2026, 09:30–10:00 Zurich (UTC+2), Vättern. You take part as chair." */
function lineOf({ kind, before, after }: News, person: Person, { zone }: EventRow): string {
  const { locale } = person;
  const t = words(locale, "agenda.mail");
  const roles = words(locale, "enums.agendaRole");
  const item = kind === "cancelled" ? before : after;
  if (!item) return "";
  const parts = item.people.filter((one) => one.personId === person.id);
  return t(`news.${kind}`, {
    title: pick(item.title, locale).text,
    when: whenOf(item, zone, locale),
    was: before ? whenOf(before, zone, locale) : "",
    roles: new Intl.ListFormat(locale).format(parts.map((one) => roles(one.role).toLocaleLowerCase(locale))),
  });
}

function whenOf(item: ReleasedItem, zone: string, locale: Locale): string {
  const time = formatRange(new Date(item.startsAt), new Date(item.endsAt), zone, locale);
  return [time, placeOf(item)].filter(Boolean).join(", ");
}

const placeOf = ({ room }: ReleasedItem) => [room?.name, room?.building].filter(Boolean).join(", ");

/**
 * REQUEST puts the item into the person's calendar or moves it there, CANCEL takes it out. A cancelled item counts one
 * further than it last did: as in the release, where it stands as cancelled from then on.
 */
function fileOf({ kind, before, after }: News, index: number, person: Person, { event, release }: About) {
  const { locale } = person;
  const gone = kind === "cancelled";
  const item = (gone ? (after ?? before) : after) as ReleasedItem;
  const file = eventInvitation({
    id: item.id,
    title: pick(item.title, locale).text,
    summary: pick(item.abstract, locale).text,
    startsAt: new Date(item.startsAt),
    endsAt: new Date(item.endsAt),
    place: placeOf(item) || event.venue,
    url: `${env().BASE_URL}/${locale}/events/${event.slug}#item-${item.id}`,
    sequence: gone && !after ? item.sequence + 1 : item.sequence,
    stamp: release.releasedAt,
    attendee: { name: person.name, address: person.address },
    organizer: { name: words(locale, "participations.mail")("organizer"), address: organizerAddress() },
    method: gone ? "CANCEL" : "REQUEST",
  });
  return { ...file, filename: `${index + 1}.ics` };
}

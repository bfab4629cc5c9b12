import "server-only";
import { getLocale } from "next-intl/server";
import type { User } from "@/app/_request/actor";
import { spokenLanguages } from "@/db/enums";
import type { Links } from "@/domain/agenda/freeze";
import { linkChoices } from "@/domain/agenda/links";
import { peopleChoices, roomsOf } from "@/domain/agenda/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { namedChoices } from "@/lib/i18n/choices";
import { languageName } from "@/lib/i18n/languages";

/** What the fields of an item can be: rooms, people, organisations, languages, statements and announcements. */
export async function itemChoices(actor: User, eventId: string, tied: Links[] = []) {
  const locale = await getLocale();
  const [people, rooms, organisations, links] = await Promise.all([
    peopleChoices(actor),
    roomsOf(actor, eventId),
    organisationChoices(actor),
    linkChoices(actor, eventId, locale, tied),
  ]);
  return {
    people: namedChoices(people, locale),
    rooms: rooms.map((room) => ({ value: room.id, label: room.name })),
    organisations: namedChoices(organisations, locale),
    languages: spokenLanguages.map((code) => ({ value: code as string, label: languageName(code, locale) })),
    ...links,
  };
}

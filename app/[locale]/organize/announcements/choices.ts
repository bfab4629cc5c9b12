import "server-only";
import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { eventChoices, spellChoices } from "@/domain/announcements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";

/** Where the workspace keeps announcements. */
export const announcementsRoom = (locale: Locale) => `/${locale}/organize/announcements` as Route;

/** What an announcement can be about: events, and memberships with since when and whether they are known. */
export async function choicesFor(actor: Actor, locale: Locale, at: Date) {
  const [t, events, spells] = await Promise.all([
    getTranslations("announcements.form"),
    eventChoices(actor),
    spellChoices(actor),
  ]);
  const standing = (publicFrom: Date | null) =>
    !publicFrom ? "hidden" : publicFrom > at ? "embargoed" : "known";
  return {
    events: namedChoices(events, locale),
    spells: spells.map(({ id, name, joinedOn, publicFrom }) => ({
      value: id,
      label: t(`spell.${standing(publicFrom)}`, {
        name: pick(name, locale).text,
        day: formatDay(joinedOn, locale),
      }),
    })),
  };
}

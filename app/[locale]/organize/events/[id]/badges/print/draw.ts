import "server-only";
import type { PrintedBadges } from "@/components/badges/badge-pdf";
import type { Locale } from "@/db/enums";
import { type Draw, languagesOf } from "@/domain/badges/print";
import type { BadgeFormat } from "@/domain/badges/rules";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { drawnApart } from "@/lib/pdf/apart";
import { formatRange } from "@/lib/time";

/** Draws badges in the languages of the event, the reader's first. */
export function drawnIn(locale: Locale, format: BadgeFormat): Draw {
  return (event, classes, badges) => {
    const languages = languagesOf(event.title, locale);
    const first = languages[0] ?? locale;
    const inEach = (say: (language: Locale) => string) => [...new Set(languages.map(say))].filter(Boolean);
    const when = formatRange(event.startsAt, event.endsAt, event.zone, first, { allDay: true });
    const printed: PrintedBadges = {
      title: pick(event.title, first).text,
      format,
      badges: badges.map((badge) => ({
        ...badge,
        event: inEach((language) => pick(event.title, language).text),
        when: [when, pick(event.city, first).text].filter(Boolean).join(" · "),
        delegation: inEach((language) => pick(badge.delegation, language).text),
        classWords: inEach((language) => words(language, "enums.participationClass")(badge.class)),
        zones: classes.find((one) => one.class === badge.class)?.zones ?? "",
        zonesWord: inEach((language) => words(language, "badges")("zones")).join(" · "),
      })),
    };
    return drawnApart("bin/draw-badges.ts", printed);
  };
}

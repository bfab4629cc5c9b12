import { words } from "@/lib/i18n/words";

/** The words of the interface, so that a journey is walked in either language by the same steps. */
export const wordsIn = (locale: "en" | "sv") => ({
  common: words(locale, "common"),
  layout: words(locale, "layout"),
  enums: words(locale, "enums"),
  announcements: words(locale, "announcements"),
  mailing: words(locale, "mailing"),
  members: words(locale, "members"),
  organisations: words(locale, "organisations"),
  events: words(locale, "events"),
  participations: words(locale, "participations"),
  registration: words(locale, "registration"),
  statements: words(locale, "statements"),
  refusals: words(locale, "refusals"),
  validation: words(locale, "validation"),
  signIn: words(locale, "signIn"),
});

import { words } from "@/lib/i18n/words";

/** The words of the interface, so that a journey is walked in either language by the same steps. */
export const wordsIn = (locale: "en" | "sv") => ({
  common: words(locale, "common"),
  layout: words(locale, "layout"),
  enums: words(locale, "enums"),
  announcements: words(locale, "announcements"),
  mailing: words(locale, "mailing"),
  members: words(locale, "members"),
  myAgenda: words(locale, "myAgenda"),
  organisations: words(locale, "organisations"),
  delegations: words(locale, "delegations"),
  events: words(locale, "events"),
  imports: words(locale, "imports"),
  participations: words(locale, "participations"),
  participantList: words(locale, "participantList"),
  places: words(locale, "places"),
  invitations: words(locale, "invitations"),
  invitation: words(locale, "invitation"),
  registration: words(locale, "registration"),
  questions: words(locale, "questions"),
  answers: words(locale, "answers"),
  statements: words(locale, "statements"),
  refusals: words(locale, "refusals"),
  validation: words(locale, "validation"),
  signIn: words(locale, "signIn"),
});

/** Days that the texts of mails and the reasons in history that concern a participant are kept after the event: a year. */
export const recordsKeptDays = 365;

/** Days that the rows of an imported list are kept after the import: long enough to look an error up. */
export const importsKeptDays = 30;

/** What retention erases, in the order of the report. */
export const retainedKinds = [
  "needs",
  "answers",
  "photos",
  "credentials",
  "invitations",
  "imports",
  "mails",
  "history",
  "stars",
  "applications",
] as const;
export type RetainedKind = (typeof retainedKinds)[number];

/** How much of a kind is due for an event, or where it belongs to none: a number, never a name. */
export type Due = { eventId: string | null; kind: RetainedKind; count: number; due: string };

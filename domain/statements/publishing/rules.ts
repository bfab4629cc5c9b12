import type { Locale } from "@/db/enums";

export type PublishingWarning = "not_reviewed";

/** What is better looked at before publishing, and stands in the way of nothing. */
export function warningsOnPublishing(facts: {
  locale: Locale;
  authenticLocale: Locale;
  /** Whether another person looked the text over. */
  reviewed: boolean;
}): PublishingWarning[] {
  return facts.locale !== facts.authenticLocale && !facts.reviewed ? ["not_reviewed"] : [];
}

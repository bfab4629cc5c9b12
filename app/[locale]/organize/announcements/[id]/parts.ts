import "server-only";
import type { Locale } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import type { EditionText } from "@/domain/announcements/text/rules";
import { marksOf } from "@/domain/announcements/translation/marks";
import { wordsBefore } from "@/domain/announcements/translation/queries";
import { type Marks, type Part, staleness, type Translation } from "@/domain/announcements/translation/rules";

type Original = EditionText & { id: string; locale: Locale; translatedFrom: Marks };

const untranslated = {
  translationOfId: null,
  translatedFrom: {},
  title: "",
  lead: "",
  body: { type: "doc" as const, content: [] },
};

/** What each part of an original is in a translation; both are `placed`, and `paired`. */
export function partsIn(original: Original, translation: Translation = untranslated): Part[] {
  return staleness({ id: original.id, marks: marksOf(original) }, translation);
}

/** The same, with the words that stale parts were made of. */
export async function partsOf(
  actor: Actor,
  announcementId: string,
  original: Original,
  translation: Translation | undefined,
) {
  const parts = partsIn(original, translation);
  const stale = parts.filter((part) => part.state === "stale");
  const marks = stale.map(({ key }) => [key, translation?.translatedFrom[key] ?? ""]);
  const words = await wordsBefore(actor, announcementId, original.locale, Object.fromEntries(marks));
  return parts.map((part) => ({ ...part, was: words[part.key] }));
}

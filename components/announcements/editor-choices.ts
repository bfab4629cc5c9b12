import type { Locale, Localized, MediaKind } from "@/db/enums";
import type { FactBox } from "@/domain/announcements/text/rules";
import type { BoilerplateChoice } from "@/domain/boilerplates/rules";
import type { Speakers } from "./quote-panel";
import type { ShownAt } from "./rich-blocks";

/** A picture, film or file of the library. */
export type MediaChoice = {
  id: string;
  kind: MediaKind;
  name: string;
  alt: Localized;
  credit: string;
  width: number | null;
  height: number | null;
};

/** What can be put into a text: who can be quoted, pictures and files, texts that are used again, facts of a day. */
export type EditorChoices = {
  announcementId: string;
  lang: Locale;
  speakers: Speakers;
  media: readonly MediaChoice[];
  boilerplates: readonly BoilerplateChoice[];
  /** What the text shows already, also what cannot be chosen any more. */
  shown: ShownAt;
  draftFactBox: (about: {
    id: string;
    asOf: string;
    locale: Locale;
  }) => Promise<{ data?: FactBox; serverError?: unknown } | undefined>;
};

/** What a text shows that somebody is writing: what it showed already, and whatever can be chosen. */
export function shownWith({ media, boilerplates, shown }: EditorChoices): ShownAt {
  return {
    base: shown.base,
    media: [...shown.media, ...media],
    boilerplates: [...shown.boilerplates, ...boilerplates],
  };
}

import type { Locale, Localized, ReleaseAudience, ReleaseItemKind, ReleaseState } from "@/db/enums";
import type { Obstacle } from "@/domain/releases/rules";

/** A thing of a release, as its page shows it. */
export type Item = {
  id: string;
  kind: ReleaseItemKind;
  locale: Locale | null;
  title: Localized;
  number: number | null;
  newer: string | null;
  audience: ReleaseAudience | null;
  subject: Localized;
  body: Localized;
  /** Where the workspace shows it. */
  href: string | null;
};

/** A release, as its page shows it. */
export type Release = {
  id: string;
  revision: number;
  title: string;
  state: ReleaseState;
  zone: string;
  scheduledFor: Date | null;
  items: Item[];
  obstacles: Obstacle[];
};

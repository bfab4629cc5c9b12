"use client";

import { useTranslations } from "next-intl";

/** The words for what stands in the way of a thing: those of its own publishing where they are not a release's. */
export function useObstacleText(): (code: string) => string {
  const own = useTranslations("releases.obstacles");
  const announcement = useTranslations("announcements.publish.obstacles");
  const statement = useTranslations("statements.publish.obstacles");
  const refusal = useTranslations("refusals");
  return (code) => {
    // The codes come from verbs as plain strings; `has` asks whether there is such a message.
    const known = code as never;
    for (const t of [own, announcement, statement, refusal]) if (t.has(known)) return t(known);
    return own("other");
  };
}

"use client";

import { useTranslations } from "next-intl";

/** The words for the key of an error, `validation.tooLong`; a text that is no key of ours says it is not valid. */
export function useErrorText(): (key: string) => string {
  const t = useTranslations("validation");
  return (key) => {
    const name = key.replace(/^validation\./, "");
    // The keys come out of schemas as plain strings; `has` asks whether there is such a message.
    const known = name as Parameters<typeof t>[0];
    return t.has(known) ? t(known) : t("invalid");
  };
}

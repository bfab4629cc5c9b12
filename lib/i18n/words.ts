import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "@/db/enums";
import { type Messages, messages } from "./messages";

/** The words of one language outside a page: for mails, calendars and files. */
export function words<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) {
  return createTranslator<Messages, Namespace>({ locale, messages: messages[locale], namespace });
}

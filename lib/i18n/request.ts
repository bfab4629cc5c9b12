import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { fallbackLocale, isLocale } from "./locale";
import { messages } from "./messages";

/**
 * The language of what is being rendered is the first part of the address, known to every page, layout and
 * `generateMetadata` below `[locale]` without being passed down. Actions and route handlers have no such part:
 * they name the language themselves, `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: named }) => {
  const wanted = named ?? (await rootLocale().catch(() => undefined));
  const locale = isLocale(wanted) ? wanted : fallbackLocale;
  return { locale, messages: messages[locale], timeZone: "UTC" };
});

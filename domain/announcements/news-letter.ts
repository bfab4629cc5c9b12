import type { Locale } from "@/db/enums";
import { oneClick } from "@/domain/subscriptions/link";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";

type Text = { id: string; slug: string; locale: Locale; title: string; lead: string };

/**
 * The mail to subscribers of a language about an announcement as they read it; `again` where they were told of it
 * before: then it says so, and what changed.
 */
export function newsLetter(
  locale: Locale,
  { id, slug, locale: lang, title, lead }: Text,
  again?: { note: string },
) {
  const t = words(locale, "subscriptions.mail");
  const language = words(locale, "enums.locale")(lang);
  return {
    locale,
    template: "news",
    subject: again ? t("news.againSubject", { title }) : title,
    paragraphs: [
      ...(again ? [t("news.again"), again.note] : []),
      title,
      lead,
      lang === locale ? "" : t("news.onlyIn", { language }),
    ].filter(Boolean),
    action: { label: t("news.button"), url: `${env().BASE_URL}/${lang}/news/${slug}` },
    foot: { label: t("foot"), url: "{{link}}" },
    headers: oneClick(),
    about: ["announcement", id] as ["announcement", string],
  };
}

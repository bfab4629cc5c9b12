import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Locale, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { LanguageSwitch } from "./language-switch";
import { SiteMenu } from "./site-menu";

const places = ["events", "statements", "members", "news", "search"] as const;

/** The head of every public page: whose record this is, and its parts. */
export function SiteHeader({ locale, name }: { locale: Locale; name: Localized }) {
  const t = useTranslations("layout");
  const title = pick(name, locale);
  return (
    <header className="border-rule border-b">
      <div className="mx-auto max-w-5xl px-4 sm:px-6">
        <div className="flex items-start justify-between gap-6 pt-6 pb-3">
          <Link
            href={`/${locale}`}
            lang={langOf(title, locale)}
            className="link-quiet max-w-md font-semibold font-serif text-lg leading-snug sm:text-xl"
          >
            {title.text}
          </Link>
          <LanguageSwitch locale={locale} label={t("language")} />
        </div>
        <SiteMenu
          label={t("nav.label")}
          menu={t("nav.menu")}
          entries={places.map((place) => ({ href: `/${locale}/${place}`, label: t(`nav.${place}`) }))}
        />
      </div>
    </header>
  );
}

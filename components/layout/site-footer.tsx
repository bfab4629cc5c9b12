import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Locale, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

type Props = {
  locale: Locale;
  group: { acronym: string; boilerplate: Localized; secretariat: Localized; pressContact: string };
};

/** The foot of every public page: who the group is, how it is reached, how it is followed. */
export function SiteFooter({ locale, group }: Props) {
  const t = useTranslations("layout.footer");
  const about = pick(group.boilerplate, locale);
  const secretariat = pick(group.secretariat, locale);
  return (
    <footer className="mt-20 border-rule border-t bg-sunken print:hidden">
      <div className="mx-auto grid max-w-5xl gap-x-12 gap-y-8 px-4 py-10 text-sm sm:px-6 md:grid-cols-[2fr_1fr_1fr]">
        {about.text && (
          <section lang={langOf(about, locale)}>
            <h2 className="text-base">{t("about", { acronym: group.acronym })}</h2>
            <p className="mt-2 max-w-prose whitespace-pre-line">{about.text}</p>
          </section>
        )}
        <section>
          <h2 className="text-base">{t("secretariat")}</h2>
          <p lang={langOf(secretariat, locale)} className="mt-2 whitespace-pre-line">
            {secretariat.text}
          </p>
          {group.pressContact && (
            <p className="mt-3">
              <span className="block text-muted">{t("press")}</span>
              {group.pressContact}
            </p>
          )}
        </section>
        <section>
          <h2 className="text-base">{t("follow")}</h2>
          <ul className="mt-2 space-y-1">
            <li>
              <Link className="link inline-block py-0.5" href={`/${locale}/news/subscribe`}>
                {t("subscribe")}
              </Link>
            </li>
            <li>
              <a className="link inline-block py-0.5" href={`/${locale}/feed.xml`}>
                {t("feed")}
              </a>
            </li>
            <li>
              <a className="link inline-block py-0.5" href={`/${locale}/events.ics`}>
                {t("calendar")}
              </a>
            </li>
            <li>
              <Link className="link inline-block py-0.5" href={`/${locale}/api`}>
                {t("api")}
              </Link>
            </li>
            <li>
              <Link className="link inline-block py-0.5" href={`/${locale}/sign-in`}>
                {t("signIn")}
              </Link>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
}

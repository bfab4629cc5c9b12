import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { publicationState } from "@/domain/statements/rules";
import { StatusBadge } from "../status-badge";

type Props = {
  /** The languages that have a text. */
  languages: readonly string[];
  /** Oldest first. */
  publications: readonly { locale: string; publicFrom: Date; withdrawnAt: Date | null }[];
  at: Date;
};

/** What each language of an announcement is to the public; languages without a text are absent. */
export function LanguageStates({ languages, publications, at }: Props) {
  const t = useTranslations("enums.locale");
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1.5">
      {locales
        .filter((locale) => languages.includes(locale))
        .map((locale) => {
          const latest = publications.filter((one) => one.locale === locale).at(-1);
          return (
            <span key={locale} className="inline-flex items-center gap-1.5">
              <span className="text-muted text-xs">{t(locale)}</span>
              <StatusBadge of="publicationState" state={publicationState(latest, at)} />
            </span>
          );
        })}
    </span>
  );
}

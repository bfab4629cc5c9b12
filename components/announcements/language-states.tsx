import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { isPublic } from "@/domain/publication/rules";
import { publicationState } from "@/domain/statements/rules";
import { StatusBadge } from "../status-badge";
import { Badge } from "../ui/badge";

type Props = {
  /** The languages that have a text. */
  languages: readonly string[];
  /** Oldest first. */
  publications: readonly {
    locale: string;
    publicFrom: Date;
    withdrawnAt: Date | null;
    unreviewed: boolean;
  }[];
  at: Date;
};

/** What each language of an announcement is to the public, and whether nobody looked it over; without a text it is absent. */
export function LanguageStates({ languages, publications, at }: Props) {
  const t = useTranslations("enums.locale");
  const words = useTranslations("announcements.review");
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1.5">
      {locales
        .filter((locale) => languages.includes(locale))
        .map((locale) => {
          const own = publications.filter((one) => one.locale === locale);
          const shown = own.findLast((one) => isPublic(one, at)) ?? own.at(-1);
          return (
            <span key={locale} className="inline-flex items-center gap-1.5">
              <span className="text-muted text-xs">{t(locale)}</span>
              <StatusBadge of="publicationState" state={publicationState(shown, at)} />
              {own.some((one) => one.unreviewed) && <Badge tone="danger">{words("unreviewed")}</Badge>}
            </span>
          );
        })}
    </span>
  );
}

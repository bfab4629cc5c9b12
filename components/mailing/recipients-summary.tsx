import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { LeftOut } from "@/domain/mailings/rules";

type Props = {
  recipients: { address: string; name: string; locale: Locale }[];
  leftOut: LeftOut[];
};

/** Names that are printed at most; the rest is counted. */
const most = 200;

/** Who would get a mail: how many, in which languages, by name, and who would not and why. */
export function RecipientsSummary({ recipients, leftOut }: Props) {
  const t = useTranslations("mailing.bulk");
  return (
    <div className="space-y-2 text-sm">
      <p className="font-medium" role="status">
        {t("count", { count: recipients.length })}
      </p>
      <LanguageCounts counts={countByLanguage(recipients)} />
      {recipients.length > 0 && (
        <details>
          <summary className="link cursor-pointer">{t("names")}</summary>
          <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-3">
            {recipients.slice(0, most).map((one) => (
              <li key={one.address} className="break-inside-avoid">
                {one.name} <span className="break-all text-muted text-xs">{one.address}</span>
              </li>
            ))}
          </ul>
          {recipients.length > most && <p>{t("more", { count: recipients.length - most })}</p>}
        </details>
      )}
      <LeftOutList leftOut={leftOut} />
    </div>
  );
}

/** Who is left out of a mail, and why. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut[] }) {
  const t = useTranslations("mailing.bulk");
  if (leftOut.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="link cursor-pointer">{t("leftOut", { count: leftOut.length })}</summary>
      <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-3">
        {leftOut.map(({ name, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name.
          <li key={index} className="break-inside-avoid">
            {name}: <span className="text-muted">{t(`why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type LanguageCount = { locale: Locale; count: number };

/** In which languages how many get a mail. */
export function LanguageCounts({ counts }: { counts: LanguageCount[] }) {
  const t = useTranslations("mailing.bulk");
  const list = useLanguageList(counts);
  return counts.length > 0 ? <p className="text-muted text-sm">{t("languages", { list })}</p> : null;
}

/** The same as a phrase: "English 3, Swedish 1". */
export function useLanguageList(counts: LanguageCount[]): string {
  const languages = useTranslations("enums.locale");
  return counts.map(({ locale, count }) => `${languages(locale)} ${count}`).join(", ");
}

function countByLanguage(recipients: { locale: Locale }[]): LanguageCount[] {
  const counts = new Map<Locale, number>();
  for (const { locale } of recipients) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return [...counts].map(([locale, count]) => ({ locale, count })).toSorted((a, b) => b.count - a.count);
}

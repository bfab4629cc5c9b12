import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { Notice } from "../ui/notice";

type Props = {
  statement: { locale: Locale; authenticLocale: Locale; alsoAuthentic: Locale[]; adoptedAt: Date | null };
  /** Whether it was made of another text than the adopted one. */
  outdated: boolean;
};

/** In which language the text is read, and which ones are authentic. */
export function LanguageNotices({ statement, outdated }: Props) {
  const locale = useLocale();
  const t = useTranslations("statements");
  const enums = useTranslations("enums.locale");
  const authentic = [statement.authenticLocale, ...statement.alsoAuthentic];
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    authentic.map((one) => enums(one)),
  );
  const translated = !authentic.includes(statement.locale);
  return (
    <>
      {statement.locale !== locale && <Notice>{t("onlyIn", { language: enums(statement.locale) })}</Notice>}
      {translated ? (
        <Notice>
          {t("translation", { language: list })}
          {outdated && ` ${t("outdated")}`}
        </Notice>
      ) : (
        statement.adoptedAt && (
          <p className="text-center text-muted text-sm">
            {t("publishing.authentic", { list, count: authentic.length })}
          </p>
        )
      )}
    </>
  );
}

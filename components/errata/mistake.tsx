import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";

type Props = { lang: Locale; says: string; shouldSay: string };

/** What a text says and what it should say. */
export function Mistake({ lang, says, shouldSay }: Props) {
  const t = useTranslations("errata");
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-muted">{t("says")}</dt>
      <dd lang={lang} className="wrap-anywhere whitespace-pre-line">
        {says}
      </dd>
      <dt className="text-muted">{t("shouldSay")}</dt>
      <dd lang={shouldSay ? lang : undefined} className="wrap-anywhere whitespace-pre-line">
        {shouldSay || t("nothing")}
      </dd>
    </dl>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { organisationKinds } from "@/db/enums";
import type { Counts } from "@/domain/members/rules";

/** The counts of members as words, kind by kind: "18 countries and 20 companies". */
export function useCountWords(): (counts: Counts) => string {
  const t = useTranslations("members.count");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (counts) =>
    list.format(organisationKinds.flatMap((kind) => (counts[kind] ? [t(kind, { n: counts[kind] })] : [])));
}

/** The counts of members on a day, in a sentence. */
export function CountsOnDay({ counts, day }: { counts: Counts; day: string }) {
  const t = useTranslations("members");
  const words = useCountWords()(counts);
  return words ? t("onDay", { day, counts: words }) : t("noneOnDay", { day });
}

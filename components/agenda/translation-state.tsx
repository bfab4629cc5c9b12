import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { Badge } from "../ui/badge";

type Props = { missing: readonly Locale[]; outdated: readonly Locale[]; className?: string };

/** Which languages an item is not told in yet, and in which its words are older than their source. */
export function TranslationState({ missing, outdated, className }: Props) {
  const t = useTranslations("agenda.words");
  const languages = useTranslations("enums.locale");
  if (missing.length + outdated.length === 0) return null;
  return (
    <span className={className ?? "flex flex-wrap gap-2"}>
      {missing.map((locale) => (
        <Badge key={locale} tone="warning">
          {t("missing", { language: languages(locale) })}
        </Badge>
      ))}
      {outdated.map((locale) => (
        <Badge key={locale} tone="warning">
          {t("outdated", { language: languages(locale) })}
        </Badge>
      ))}
    </span>
  );
}

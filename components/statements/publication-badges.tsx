import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { publicationState } from "@/domain/statements/rules";
import { StatusBadge } from "../status-badge";
import { Badge } from "../ui/badge";

type Props = {
  adopted: boolean;
  /** Oldest first. */
  publications: { locale: string; publicFrom: Date; withdrawnAt: Date | null }[];
  at: Date;
};

/** Where a statement stands: adopted or not, and what each language is to the public. */
export function PublicationBadges({ adopted, publications, at }: Props) {
  const t = useTranslations("statements");
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={adopted ? "success" : "neutral"}>{adopted ? t("isAdopted") : t("inNegotiation")}</Badge>
      {locales.map((locale) => {
        const latest = publications.filter((one) => one.locale === locale).at(-1);
        if (!latest) return null;
        return (
          <span key={locale} className="inline-flex items-center gap-1">
            <span className="text-muted text-xs uppercase">{locale}</span>
            <StatusBadge of="publicationState" state={publicationState(latest, at)} />
          </span>
        );
      })}
    </span>
  );
}

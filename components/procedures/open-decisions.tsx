import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale, ProcedureKind } from "@/db/enums";
import { formatInstant } from "@/lib/time";

type Decision = {
  id: string;
  statementId: string;
  kind: ProcedureKind;
  opensAt: Date;
  deadline: Date;
  zone: string;
  title: string;
  lang: Locale;
};

/** The procedures that wait for an organisation, by their deadlines. */
export function OpenDecisions({ decisions, at }: { decisions: readonly Decision[]; at: Date }) {
  const t = useTranslations("procedures.desk");
  const kinds = useTranslations("enums.procedureKind");
  const locale = useLocale();
  return (
    <ul>
      {decisions.map(({ id, statementId, kind, opensAt, deadline, zone, title, lang }) => (
        <li key={id} className="space-y-1 border-rule border-t py-3 first:border-t-0 first:pt-0">
          <Link
            className="link-quiet wrap-anywhere font-medium"
            lang={lang === locale ? undefined : lang}
            href={`/${locale}/desk/statements/${statementId}/decision` as Route}
          >
            {title}
          </Link>
          <p className="text-muted text-sm">
            {kinds(kind)},{" "}
            {opensAt > at
              ? t("from", { opens: formatInstant(opensAt, zone, locale) })
              : t("until", { deadline: formatInstant(deadline, zone, locale) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

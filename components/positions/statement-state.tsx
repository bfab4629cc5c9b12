import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, PositionKind } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";
import { Badge } from "../ui/badge";

type Props = {
  statement: {
    id: string;
    title: Localized;
    adoptedAt: Date;
    zone: string;
    live: PositionKind | null;
    pending: PositionKind | null;
  };
};

/** An adopted statement at the desk: what the own organisation says of it, and the way to say it. */
export function StatementState({ statement }: Props) {
  const t = useTranslations("positions.desk");
  const kinds = useTranslations("enums.positionKind");
  const locale = useLocale();
  const title = pick(statement.title, locale);
  const { live, pending } = statement;
  return (
    <li className="space-y-1 border-rule border-t py-3 [overflow-wrap:anywhere]">
      <h3 className="text-lg leading-snug">
        <Link
          className="link-quiet"
          lang={langOf(title, locale)}
          href={`/${locale}/desk/statements/${statement.id}/position` as Route}
        >
          {title.text}
        </Link>
      </h3>
      <p className="text-muted text-sm">
        {t("adopted", { day: formatDay(dayIn(statement.adoptedAt, statement.zone), locale) })}
      </p>
      <p className="flex flex-wrap gap-2 text-sm">
        {live && (
          <Badge tone="success" className="whitespace-normal">
            {t("public", { kind: kinds(live) })}
          </Badge>
        )}
        {pending && (
          <Badge tone="warning" className="whitespace-normal">
            {t("waiting", { kind: kinds(pending) })}
          </Badge>
        )}
        {!live && !pending && <Badge className="whitespace-normal">{t("unsaid")}</Badge>}
      </p>
    </li>
  );
}

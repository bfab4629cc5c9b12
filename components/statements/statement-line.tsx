import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Localized, StatementKind } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";

type Props = {
  statement: {
    slug: string;
    kind: StatementKind;
    title: Localized;
    adoptedAt: Date | null;
    zone: string | null;
    publicFrom: Date;
    event: { title: Localized } | null;
  };
  /** What there is to say of it beneath. */
  children?: ReactNode;
};

/** A statement in a list: when it was adopted, its title, its kind and its meeting. */
export function StatementLine({ statement, children }: Props) {
  const locale = useLocale();
  const kinds = useTranslations("enums.statementKind");
  const title = pick(statement.title, locale);
  const day = dayIn(statement.adoptedAt ?? statement.publicFrom, statement.zone ?? "UTC");
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-t py-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-muted text-sm">
        <time dateTime={day}>{formatDay(day, locale)}</time>
      </p>
      <div className="min-w-0 space-y-1">
        <h3 className="text-lg leading-snug">
          <Link
            className="link-quiet"
            lang={langOf(title, locale)}
            href={`/${locale}/statements/${statement.slug}` as Route}
          >
            {title.text}
          </Link>
        </h3>
        <p className="text-muted text-sm">
          {kinds(statement.kind)}
          {statement.event && ` · ${pick(statement.event.title, locale).text}`}
        </p>
        {children}
      </div>
    </li>
  );
}

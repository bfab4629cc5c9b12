import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale, StatementKind } from "@/db/enums";
import { labelOf } from "@/domain/negotiations/rules";
import { Time } from "../time";

type Props = {
  statements: {
    id: string;
    kind: StatementKind;
    locale: Locale;
    title: string;
    number: number;
    circulation: number;
    circulatedAt: Date;
    adoptedAt: Date | null;
    open: number;
    own: number;
  }[];
  zone: string;
};

/** The texts one's organisation negotiates, and what is asked of it. */
export function DeskStatements({ statements, zone }: Props) {
  const t = useTranslations("negotiation");
  const kinds = useTranslations("enums.statementKind");
  const locale = useLocale();
  return (
    <ul>
      {statements.map((statement) => {
        const { key, number } = labelOf(statement);
        return (
          <li key={statement.id} className="space-y-1 border-rule border-t py-4">
            <h3 className="text-lg leading-snug">
              <Link
                className="link-quiet break-words"
                lang={statement.locale}
                href={`/${locale}/desk/statements/${statement.id}` as Route}
              >
                {statement.title}
              </Link>
            </h3>
            <p className="text-muted text-sm">
              {kinds(statement.kind)} · {t(`label.${key}`, { number })} ·{" "}
              <Time at={statement.circulatedAt} zone={zone} />
            </p>
            <p className="text-sm">
              {statement.adoptedAt ? t("desk.adopted") : t("desk.proposeNow")}{" "}
              {!statement.adoptedAt && t("desk.asks", { open: statement.open })}{" "}
              {statement.own > 0 && t("desk.own", { own: statement.own })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

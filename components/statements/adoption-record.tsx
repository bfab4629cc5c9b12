import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AdoptionMethod, Locale, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";
import { Time } from "../time";

type Props = {
  adoption: {
    method: AdoptionMethod;
    adoptedAt: Date;
    zone: string;
    dayOnly: boolean;
    chairName: string;
    /** The language the chair's office was printed in: that of the authentic text. */
    chairLang: Locale;
    session: Localized | null;
    hash: string;
    /** Who took part; shown to the secretariat. */
    attendance?: { id: string; name: Localized }[];
  };
};

/** The record that binds the text: how, when, in which session, chaired by whom, and the hash of what was adopted. */
export function AdoptionRecord({ adoption }: Props) {
  const locale = useLocale();
  const t = useTranslations("statements");
  const methods = useTranslations("enums.adoptionMethod");
  const session = adoption.session && pick(adoption.session, locale);
  const facts: [string, ReactNode][] = [
    [t("adopted.method"), methods(adoption.method)],
    [
      t("adopted.when"),
      adoption.dayOnly ? (
        formatDay(dayIn(adoption.adoptedAt, adoption.zone), locale)
      ) : (
        <Time key="when" at={adoption.adoptedAt} zone={adoption.zone} />
      ),
    ],
    [
      t("adopted.session"),
      session && (
        <span key="session" lang={langOf(session, locale)}>
          {session.text}
        </span>
      ),
    ],
    [
      t("adopted.chair"),
      adoption.chairName && (
        <span key="chair" lang={adoption.chairLang === locale ? undefined : adoption.chairLang}>
          {adoption.chairName}
        </span>
      ),
    ],
    [
      t("adopted.attendance"),
      adoption.attendance
        ?.map((one) => pick(one.name, locale).text)
        .toSorted((a, b) => a.localeCompare(b, locale))
        .join(", "),
    ],
    [
      t("adopted.hash"),
      <code key="hash" className="break-all text-xs">
        {adoption.hash}
      </code>,
    ],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

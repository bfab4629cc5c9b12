import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AdoptionMethod, Localized } from "@/db/enums";
import { pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";
import { Time } from "../time";

type Props = {
  adoption: {
    method: AdoptionMethod;
    adoptedAt: Date;
    zone: string;
    dayOnly: boolean;
    chairName: string;
    session: Localized | null;
    hash: string;
  };
};

/** The record that binds the text: how, when, in which session, chaired by whom, and the hash of what was adopted. */
export function AdoptionRecord({ adoption }: Props) {
  const locale = useLocale();
  const t = useTranslations("statements");
  const methods = useTranslations("enums.adoptionMethod");
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
    [t("adopted.session"), adoption.session ? pick(adoption.session, locale).text : ""],
    [t("adopted.chair"), adoption.chairName],
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

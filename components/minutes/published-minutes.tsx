import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AttributionRule, Locale, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time, TimeRange } from "../time";
import { PageHeading } from "../ui/page-heading";
import { MinutesText } from "./minutes-text";

type Props = {
  minutes: {
    item: Localized;
    startsAt: Date;
    endsAt: Date;
    zone: string;
    attribution: AttributionRule;
    locale: Locale;
    body: string;
    publishedAt: Date;
  };
  back: { href: string; text: string };
};

/** The published minutes of an item, as those it was opened to read them. */
export function PublishedMinutes({ minutes, back }: Props) {
  const locale = useLocale();
  const t = useTranslations("minutes");
  const title = pick(minutes.item, locale);
  return (
    <article>
      <PageHeading
        title={
          <>
            {t("of")} <span lang={langOf(title, locale)}>{title.text}</span>
          </>
        }
        above={
          <Link className="link" href={back.href as Route}>
            {back.text}
          </Link>
        }
        below={<TimeRange from={minutes.startsAt} to={minutes.endsAt} zone={minutes.zone} />}
      />
      {minutes.attribution === "chatham_house" && (
        <p className="measure mb-6 text-muted text-sm">{t("chathamHouseRead")}</p>
      )}
      <MinutesText body={minutes.body} lang={minutes.locale} />
      <p className="mt-8 text-muted text-sm">
        {t("published")} <Time at={minutes.publishedAt} zone={minutes.zone} />
      </p>
    </article>
  );
}

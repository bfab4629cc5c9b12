import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CommitmentProgress, Localized } from "@/db/enums";
import type { Standing } from "@/domain/commitments/rules";
import { byNameIn, langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { Stands } from "./stands";
import { Words } from "./words";

type Commitment = {
  id: string;
  title: Localized;
  measure: Localized;
  madeOn: string;
  dueOn: string | null;
  stands: Standing;
  owners: readonly { id: string; slug: string; name: Localized }[];
  source:
    | { slug: string; title: Localized; paragraph: { id: string; reference: string | null } | null }
    | undefined;
  reports: readonly {
    id: string;
    progress: CommitmentProgress;
    text: Localized;
    eventSlug: string;
    eventTitle: Localized;
  }[];
};

type Props = { commitments: readonly Commitment[]; ownerId: string; today: string };

/** What a member has promised: in which text, with whom, until when, and what it reported of it at each meeting. */
export function CommitmentList({ commitments, ownerId, today }: Props) {
  const t = useTranslations("commitments");
  const locale = useLocale();
  return (
    <ol>
      {commitments.map((one) => {
        const others = one.owners.filter((owner) => owner.id !== ownerId).toSorted(byNameIn(locale));
        return (
          <li
            key={one.id}
            id={`commitment-${one.id}`}
            className="grid gap-x-6 gap-y-1 border-rule border-t py-4 first:border-t-0 first:pt-0 sm:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <p className="text-muted text-sm">
              {one.dueOn ? (
                <time dateTime={one.dueOn}>{t("due", { day: formatDay(one.dueOn, locale) })}</time>
              ) : (
                <time dateTime={one.madeOn}>{t("made", { day: formatDay(one.madeOn, locale) })}</time>
              )}
            </p>
            <div className="min-w-0 space-y-2">
              <Words as="h3" of={one.title} className="text-lg leading-snug" />
              <p>
                <Stands stands={one.stands} dueOn={one.dueOn} today={today} />
              </p>
              <Words of={one.measure} className="measure whitespace-pre-line" />
              <Source source={one.source} />
              {others.length > 0 && (
                <p className="text-muted text-sm">
                  {t("together")}{" "}
                  {others.map((owner, at) => {
                    const name = pick(owner.name, locale);
                    return (
                      <span key={owner.id}>
                        {at > 0 && ", "}
                        <Link
                          className="link"
                          lang={langOf(name, locale)}
                          href={`/${locale}/members/${owner.slug}` as Route}
                        >
                          {name.text}
                        </Link>
                      </span>
                    );
                  })}
                </p>
              )}
              <Reports reports={one.reports} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Source({ source }: Pick<Commitment, "source">) {
  const t = useTranslations("commitments");
  const locale = useLocale();
  if (!source) return null;
  const title = pick(source.title, locale);
  const { paragraph } = source;
  return (
    <p className="text-muted text-sm [overflow-wrap:anywhere]">
      {t("from")}{" "}
      <Link
        className="link"
        lang={langOf(title, locale)}
        href={`/${locale}/statements/${source.slug}${paragraph ? `#p-${paragraph.id}` : ""}` as Route}
      >
        {title.text}
      </Link>
      {paragraph?.reference && `, ${t("paragraphNumber", { reference: paragraph.reference })}`}
    </p>
  );
}

function Reports({ reports }: Pick<Commitment, "reports">) {
  const t = useTranslations("commitments");
  const progress = useTranslations("enums.commitmentStanding");
  const locale = useLocale();
  if (reports.length === 0) return null;
  return (
    <ul aria-label={t("reports")} className="space-y-2 border-rule border-s ps-4 text-sm">
      {reports.map((report) => {
        const event = pick(report.eventTitle, locale);
        return (
          <li key={report.id}>
            <p className="[overflow-wrap:anywhere]">
              <Link
                className="link"
                lang={langOf(event, locale)}
                href={`/${locale}/events/${report.eventSlug}` as Route}
              >
                {event.text}
              </Link>
              {`: ${progress(report.progress)}`}
            </p>
            <Words of={report.text} className="measure whitespace-pre-line" />
          </li>
        );
      })}
    </ul>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { DatePrecision, Localized, OrganisationKind } from "@/db/enums";
import type { Counts } from "@/domain/members/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDay, formatPreciseDay } from "@/lib/time";
import { useCountWords } from "../members/counts";
import { MemberMark } from "../members/member-mark";

/** An organisation whose accession is announced. */
export type Joining = {
  id: string;
  slug: string;
  kind: OrganisationKind;
  name: Localized;
  country: string | null;
  joinedOn: string;
  joinedPrecision: DatePrecision;
};

type Props = { day: string; counts: Counts; joining: readonly Joining[] };

/** Who joined, and how many members there were on the day of the announcement, which stays the day it is told of. */
export function FactBox({ day, counts, joining }: Props) {
  const t = useTranslations("announcements.facts");
  const locale = useLocale();
  const id = useId();
  const words = useCountWords()(counts);
  return (
    <aside aria-labelledby={id} className="self-start border-accent border-t-2 bg-sunken p-4 text-sm">
      <h2 id={id} className="text-base">
        {t("title")}
      </h2>
      {joining.length > 0 && (
        <ul className="mt-3 space-y-2">
          {joining.map((one) => {
            const name = pick(one.name, locale);
            return (
              <li key={one.id} className="flex items-center gap-2.5">
                <MemberMark kind={one.kind} country={one.country} name={name.text} className="size-7" />
                <span className="min-w-0">
                  <Link
                    className="link"
                    lang={langOf(name, locale)}
                    href={`/${locale}/members/${one.slug}` as Route}
                  >
                    {name.text}
                  </Link>
                  <span className="block text-muted text-xs">
                    {t(one.joinedPrecision === "by" ? "memberBy" : "member", {
                      day: formatPreciseDay(one.joinedOn, one.joinedPrecision, locale),
                    })}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="mt-3">
        {t("asOf", { day: formatDay(day, locale) })}{" "}
        <Link className="link" href={`/${locale}/members?asOf=${day}` as Route}>
          {words || t("none")}
        </Link>
      </p>
    </aside>
  );
}

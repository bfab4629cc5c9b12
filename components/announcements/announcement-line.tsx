import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AnnouncementKind, Locale } from "@/db/enums";
import { dayIn, formatDay } from "@/lib/time";

type Props = {
  announcement: {
    slug: string;
    kind: AnnouncementKind;
    locale: Locale;
    title: string;
    lead: string;
    firstPublicAt: Date;
  };
  zone: string;
  /** A list without leads, for where space is short. */
  short?: boolean;
  /** What there is to say of it beneath. */
  children?: ReactNode;
};

/** An announcement in a list: the day, the title, the lead, what kind of piece it is. */
export function AnnouncementLine({ announcement, zone, short, children }: Props) {
  const locale = useLocale();
  const kinds = useTranslations("enums.announcementKind");
  const day = dayIn(announcement.firstPublicAt, zone);
  const lang = announcement.locale === locale ? undefined : announcement.locale;
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-t py-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-muted text-sm">
        <time dateTime={day}>{formatDay(day, locale)}</time>
        <span className="block">{kinds(announcement.kind)}</span>
      </p>
      <div className="min-w-0 space-y-1">
        <h3 className="text-lg leading-snug">
          <Link className="link-quiet" lang={lang} href={`/${locale}/news/${announcement.slug}` as Route}>
            {announcement.title}
          </Link>
        </h3>
        {!short && announcement.lead && (
          <p lang={lang} className="measure line-clamp-3 text-sm">
            {announcement.lead}
          </p>
        )}
        {children}
      </div>
    </li>
  );
}

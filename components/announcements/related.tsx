import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatementLine } from "../statements/statement-line";
import { Section } from "../ui/section";
import { AnnouncementLine } from "./announcement-line";

type Props = {
  event: { slug: string; title: Localized } | null;
  statements: readonly (ComponentProps<typeof StatementLine>["statement"] & { id: string })[];
  news: readonly (ComponentProps<typeof AnnouncementLine>["announcement"] & { id: string })[];
  zone: string;
};

/** What belongs to an announcement, found when it is read and never stored: its event, what was
 * adopted there, and what else was told of it, of the same members, or by the same tags. */
export function Related({ event, statements, news, zone }: Props) {
  const t = useTranslations("announcements.related");
  const locale = useLocale();
  if (!event && statements.length + news.length === 0) return null;
  const title = event && pick(event.title, locale);
  return (
    <Section title={t("title")} className="print:hidden">
      {event && title && (
        <p className="mb-4">
          {t("event")}{" "}
          <Link
            className="link"
            lang={langOf(title, locale)}
            href={`/${locale}/events/${event.slug}` as Route}
          >
            {title.text}
          </Link>
        </p>
      )}
      <ul>
        {statements.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
        {news.map((announcement) => (
          <AnnouncementLine key={announcement.id} announcement={announcement} zone={zone} short />
        ))}
      </ul>
    </Section>
  );
}

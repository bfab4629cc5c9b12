import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AnnouncementKind, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";

type Piece = {
  id: string;
  slug: string;
  /** The address in each language that has a title. */
  slugs: Localized;
  kind: AnnouncementKind;
  title: Localized;
  publicFrom: Date;
};

/** Announcements about a member: the day, the title, what kind of piece it is. */
export function AnnouncementList({ pieces, zone }: { pieces: readonly Piece[]; zone: string }) {
  const locale = useLocale();
  const kinds = useTranslations("enums.announcementKind");
  return (
    <ol>
      {pieces.map(({ id, slug, slugs, kind, title: titles, publicFrom }) => {
        const title = pick(titles, locale);
        const day = dayIn(publicFrom, zone);
        return (
          <li
            key={id}
            className="grid gap-x-6 gap-y-1 border-rule border-t py-4 first:border-t-0 first:pt-0 sm:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <time dateTime={day} className="text-muted text-sm">
              {formatDay(day, locale)}
            </time>
            <div className="min-w-0 space-y-1">
              <h3 className="text-lg leading-snug">
                <Link
                  href={`/${locale}/news/${slugs[title.lang] ?? slug}` as Route}
                  lang={langOf(title, locale)}
                  className="link-quiet"
                >
                  {title.text}
                </Link>
              </h3>
              <p className="text-muted text-sm">{kinds(kind)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

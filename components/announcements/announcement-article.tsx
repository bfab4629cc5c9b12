import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AnnouncementKind, Locale, Localized } from "@/db/enums";
import type { Quoted } from "@/domain/announcements/speaker/rules";
import { type EditionText, reusedIn } from "@/domain/announcements/text/rules";
import type { Counts } from "@/domain/members/rules";
import { pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { Notice } from "../ui/notice";
import { FactBox, type Joining } from "./fact-box";
import { PictureFigure, type ShownAt } from "./rich-blocks";
import { RichText } from "./rich-text";

type Props = {
  piece: EditionText & { kind: AnnouncementKind; locale: Locale; tags: readonly string[] };
  /** The pictures, files and texts used again that stand in it, with the address under which they are read. */
  shown: ShownAt;
  speakers: readonly Quoted[];
  /** The day it was first public. */
  day: string;
  /** The day of a later correction. */
  changedOn?: string;
  facts: { counts: Counts; joining: readonly Joining[] };
  group: { acronym: string; boilerplate: Localized; defaultLocale: Locale };
  /** What its title is to the page: its heading, or that of a part of it. */
  heading?: "h1" | "h2";
  /** What has become since of whom and what it tells of: printed before the text. */
  banners?: ReactNode;
  /** What belongs to it: its event, statements, other news. */
  children?: ReactNode;
};

/** An announcement as the public reads it; the workspace's preview is this same component. */
export function AnnouncementArticle({
  piece,
  shown,
  speakers,
  day,
  changedOn,
  facts,
  group,
  heading: Heading = "h1",
  banners,
  children,
}: Props) {
  const t = useTranslations("announcements");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const lang = piece.locale === locale ? undefined : piece.locale;
  // A text that brings its own words about the group, in the version of its day, is not followed by those of today.
  const about = pick(reusedIn(piece.body).length > 0 ? {} : group.boilerplate, piece.locale);
  const authors = new Intl.ListFormat(locale, { type: "conjunction" }).format(piece.authors);
  return (
    <article className="space-y-8">
      <header>
        <p className="text-muted text-sm">
          {enums(`announcementKind.${piece.kind}`)}
          {" · "}
          <time dateTime={day}>{formatDay(day, locale)}</time>
          {changedOn && changedOn !== day && ` · ${t("changed", { day: formatDay(changedOn, locale) })}`}
        </p>
        <Heading lang={lang} className="mt-2 max-w-[26ch] text-balance text-3xl sm:text-4xl">
          {piece.title}
        </Heading>
        {piece.lead && (
          <p lang={lang} className="measure mt-4 whitespace-pre-line font-serif text-xl leading-relaxed">
            {piece.lead}
          </p>
        )}
        {authors && <p className="mt-3 text-muted text-sm">{t("byline", { authors })}</p>}
      </header>
      {banners}
      {lang && <Notice>{t("onlyIn", { language: enums(`locale.${piece.locale}`) })}</Notice>}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-5">
          {piece.cover && <PictureFigure picture={piece.cover} shown={shown} lang={piece.locale} first />}
          {piece.dateline && (
            <p lang={lang} className="font-medium text-sm">
              {piece.dateline}
            </p>
          )}
          <RichText body={piece.body} lang={piece.locale} speakers={speakers} day={day} shown={shown} />
        </div>
        <FactBox day={day} {...facts} />
      </div>
      <footer className="measure space-y-6 border-rule border-t pt-6 text-sm empty:hidden">
        {about.text && (
          <section lang={about.lang === locale ? undefined : about.lang}>
            <h2 lang={locale} className="text-base">
              {t("about", { acronym: group.acronym })}
            </h2>
            <p className="mt-1 whitespace-pre-line">{about.text}</p>
          </section>
        )}
        {piece.pressContact && (
          <section>
            <h2 className="text-base">{t("pressContact")}</h2>
            <p lang={lang} className="mt-1 whitespace-pre-line break-words">
              {piece.pressContact}
            </p>
          </section>
        )}
        {piece.tags.length > 0 && (
          <p>
            <span className="text-muted">{t("tags")}: </span>
            {/* Tags are words of one language: the group's own. */}
            <span lang={group.defaultLocale === locale ? undefined : group.defaultLocale}>
              {piece.tags.join(", ")}
            </span>
          </p>
        )}
      </footer>
      {children}
    </article>
  );
}

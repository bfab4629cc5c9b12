import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { ListBody } from "@/components/participant-lists/list-body";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { publicEvent } from "@/domain/events/queries";
import { publicList } from "@/domain/participant-lists/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const asked = z.object({ version: z.coerce.number().int().min(1).max(100_000).optional().catch(-1) });

/** The event and the version of its list that are asked for; 404 where the public may read neither. */
const listHere = cache(async (slug: string, version: string) => {
  const at = now();
  const event = await publicEvent(slug, at);
  const { version: number } = asked.parse(version === "" ? {} : { version });
  const list = event && (await publicList(event.id, at, number));
  return event && list && { event, list, named: number !== undefined };
});

const versionIn = async (searchParams: SearchParams) => String((await searchParams).version ?? "");

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("participantList")]);
  const here = await listHere(slug, await versionIn(searchParams));
  if (!here) return {};
  const title = t("titleOf", { event: pick(here.event.title, locale).text });
  const page = pageMetadata({ title, path: `/events/${slug}/participants`, locale });
  // Of several versions a search engine keeps the latest, and lets go of who is no longer on it.
  return here.named ? { ...page, robots: { index: false } } : page;
}

/** Who takes part in an event: those who agreed to be named, in the order of protocol, as of a version. */
export default async function PublicListPage({ params, searchParams }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("participantList")]);
  const here = await listHere(slug, await versionIn(searchParams));
  if (!here) notFound();
  const { event, list } = here;
  const title = pick(event.title, locale);
  const note = pick(list.note, locale);
  const path = `/${locale}/events/${slug}`;
  const latest = list.versions[0];
  return (
    <article className="space-y-8">
      <PageHeading
        title={t("title")}
        above={
          <Link className="link" href={path as Route} lang={langOf(title, locale)}>
            {title.text}
          </Link>
        }
        below={
          <>
            {t("number", { number: list.number })} · <Time at={list.publishedAt} zone={event.zone} />
            {note.text && (
              <span className="block" lang={langOf(note, locale)}>
                {note.text}
              </span>
            )}
          </>
        }
      />
      {latest && latest.number !== list.number && (
        <Notice tone="warning" title={t("earlier")}>
          <Link className="link" href={`${path}/participants` as Route}>
            {t("toLatest", { number: latest.number })}
          </Link>
        </Notice>
      )}
      <p className="measure text-sm">
        {t("people", { count: list.entries.length })}. {t("consent")}
      </p>
      <ListBody entries={list.entries} />
      {list.versions.length > 1 && (
        <Section title={t("versions")} className="print:hidden">
          <ul className="space-y-1 text-sm">
            {list.versions.map((version) => (
              <li key={version.number}>
                <Link
                  className="link"
                  href={`${path}/participants?version=${version.number}` as Route}
                  aria-current={version.number === list.number ? "page" : undefined}
                >
                  {t("number", { number: version.number })}
                </Link>{" "}
                <Time at={version.publishedAt} zone={event.zone} className="text-muted" />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

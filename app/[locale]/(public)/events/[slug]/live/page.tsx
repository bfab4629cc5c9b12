import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { LiveBoard } from "@/components/live/board";
import { PageHeading } from "@/components/ui/page-heading";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageMetadata } from "@/lib/seo";
import { liveHere } from "./view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("live")]);
  const { view } = await liveHere(slug);
  const title = t("titleOf", { event: pick(view.title, locale).text });
  return pageMetadata({ title, description: t("description"), path: `/events/${slug}/live`, locale });
}

/** A public event as it happens. */
export default async function LivePage({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("live")]);
  const { view, at } = await liveHere(slug);
  const title = pick(view.title, locale);
  return (
    <ClientMessages namespaces={["live"]}>
      <PageHeading
        title={t("title")}
        above={
          <Link className="link" lang={langOf(title, locale)} href={`/${locale}/events/${slug}` as Route}>
            {title.text}
          </Link>
        }
      />
      <LiveBoard slug={slug} locale={locale} first={view} serverNow={at.getTime()} />
      <p className="mt-10 text-sm print:hidden">
        <Link className="link" href={`/${locale}/events/${slug}/live/screen` as Route}>
          {t("screen")}
        </Link>
      </p>
    </ClientMessages>
  );
}

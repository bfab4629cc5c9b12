import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { SubscribeForm } from "@/components/subscriptions/subscribe-form";
import { PageHeading } from "@/components/ui/page-heading";
import { pageMetadata } from "@/lib/seo";
import { subscribeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("subscriptions"), getLocale()]);
  return pageMetadata({ title: t("title"), description: t("lead"), path: "/news/subscribe", locale });
}

/** Asking for news by mail. */
export default async function SubscribePage() {
  const [t, news, locale] = await Promise.all([
    getTranslations("subscriptions"),
    getTranslations("announcements"),
    getLocale(),
  ]);
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link href={`/${locale}/news` as Route} className="link">
            {news("news")}
          </Link>
        }
        below={t("lead")}
      />
      <ClientMessages namespaces={["subscriptions"]}>
        <SubscribeForm locale={locale} action={subscribeAction} />
      </ClientMessages>
    </>
  );
}

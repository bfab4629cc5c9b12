import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { liveHere } from "@/app/[locale]/(public)/events/[slug]/live/view";
import { ClientMessages } from "@/components/layout/client-messages";
import { LiveScreen } from "@/components/live/screen";
import { pick } from "@/lib/i18n/pick";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("live")]);
  const { view } = await liveHere(slug);
  return { title: t("titleOf", { event: pick(view.title, locale).text }), robots: { index: false } };
}

/** What the projector of the room shows: nothing around it, always dark. */
export default async function ScreenPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const { view, at } = await liveHere(slug);
  return (
    <ClientMessages namespaces={["live"]}>
      <div data-screen="">
        <LiveScreen slug={slug} locale={locale} first={view} serverNow={at.getTime()} />
      </div>
    </ClientMessages>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PublishedMinutes } from "@/components/minutes/published-minutes";
import { nobody } from "@/domain/access/actor";
import { publicEvent } from "@/domain/events/queries";
import { publishedMinutes } from "@/domain/minutes/published";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { EventBanners } from "../../banners";

type Props = { params: Promise<{ slug: string; itemId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers");
  return { title: t("minutes") };
}

/** The minutes of an item of a public event, where they are public: the same for whoever asks. */
export default async function PublicMinutesPage({ params }: Props) {
  const [{ slug, itemId }, locale] = await Promise.all([params, getLocale()]);
  const at = now();
  const event = await publicEvent(slug, at);
  if (!event || !z.uuid().safeParse(itemId).success) notFound();
  const minutes = await publishedMinutes(nobody, { itemId, eventId: event.id });
  if (!minutes) notFound();
  const back = { href: `/${locale}/events/${slug}#item-${itemId}`, text: pick(event.title, locale).text };
  return (
    <>
      <EventBanners event={event} items={[]} at={at} />
      <PublishedMinutes minutes={minutes} back={back} />
    </>
  );
}

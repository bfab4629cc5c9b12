import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PublishedMinutes } from "@/components/minutes/published-minutes";
import { publishedMinutes } from "@/domain/minutes/published";
import { actorByLink } from "@/domain/participations/own";

type Props = { params: Promise<{ token: string; itemId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers");
  return { title: t("minutes"), robots: { index: false, follow: false } };
}

/** The minutes of an item for the participant who holds the link. */
export default async function OwnMinutesPage({ params }: Props) {
  const { token, itemId } = await params;
  const [actor, t, locale] = await Promise.all([
    actorByLink(token),
    getTranslations("registration"),
    getLocale(),
  ]);
  if (!actor || !z.uuid().safeParse(itemId).success) notFound();
  const minutes = await publishedMinutes(actor, { itemId, eventId: actor.eventId });
  if (!minutes) notFound();
  return (
    <PublishedMinutes
      minutes={minutes}
      back={{ href: `/${locale}/registration/${token}`, text: t("yours") }}
    />
  );
}

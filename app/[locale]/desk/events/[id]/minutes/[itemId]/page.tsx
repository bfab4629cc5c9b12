import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { PublishedMinutes } from "@/components/minutes/published-minutes";
import { publishedMinutes } from "@/domain/minutes/published";
import { pick } from "@/lib/i18n/pick";
import { delegationHere } from "../../delegation";

type Props = { params: Promise<{ id: string; itemId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers");
  return { title: t("minutes") };
}

/** The minutes of an item, at the desk of an organisation with a delegation there. */
export default async function DeskMinutesPage({ params }: Props) {
  const { id, itemId } = await params;
  const [actor, { event }, locale] = await Promise.all([focalPoint(), delegationHere(id), getLocale()]);
  if (!z.uuid().safeParse(itemId).success) notFound();
  const minutes = await publishedMinutes(actor, { itemId, eventId: id });
  if (!minutes) notFound();
  const back = { href: `/${locale}/desk/events/${id}`, text: pick(event.title, locale).text };
  return <PublishedMinutes minutes={minutes} back={back} />;
}

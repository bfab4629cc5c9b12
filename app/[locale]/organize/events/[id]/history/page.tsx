import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { can } from "@/domain/access/can";
import { historyOfEvent } from "@/domain/history/queries";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("tabs.history") };
}

/** What was done to the event and to all that belongs to it, as far as the reader may read it. */
export default async function EventHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "history.read")) notFound();
  return <HistoryList deeds={await historyOfEvent(actor, id)} zone={event.zone} />;
}

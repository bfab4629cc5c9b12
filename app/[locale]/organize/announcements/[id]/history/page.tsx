import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { announcementHere } from "../announcement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("tabs.history") };
}

/** What was done to the announcement. */
export default async function AnnouncementHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await announcementHere(id);
  const [group, deeds] = await Promise.all([groupProfile(), historyOf(actor, ["announcement", id])]);
  return <HistoryList deeds={deeds} zone={group.zone} />;
}

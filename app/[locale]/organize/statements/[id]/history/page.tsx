import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { statementHere } from "../statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.history") };
}

/** What was done to the statement. */
export default async function StatementHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await statementHere(id);
  const [group, deeds] = await Promise.all([groupProfile(), historyOf(actor, ["statement", id])]);
  return <HistoryList deeds={deeds} zone={group.zone} />;
}

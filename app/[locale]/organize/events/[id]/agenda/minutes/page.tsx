import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MinutesTable } from "@/components/minutes/minutes-table";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/domain/access/can";
import { minutesOf } from "@/domain/minutes/queries";
import { eventHere } from "../../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("minutes");
  return { title: t("title") };
}

/** The minutes of an event: which items have some, and how far they are. */
export default async function MinutesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "minutes.edit")) notFound();
  const [items, t, locale] = await Promise.all([
    minutesOf(actor, id),
    getTranslations("minutes"),
    getLocale(),
  ]);
  if (items.length === 0) return <EmptyState title={t("none")} />;
  return (
    <>
      <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
      <MinutesTable items={items} zone={event.zone} base={`/${locale}/organize/events/${id}/agenda`} />
    </>
  );
}

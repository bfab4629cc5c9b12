import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaTable } from "@/components/agenda/agenda-table";
import { ConflictList } from "@/components/agenda/conflict-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { can } from "@/domain/access/can";
import { findings } from "@/domain/agenda/findings";
import { agendaOf, placed } from "@/domain/agenda/queries";
import { situationOf } from "@/domain/agenda/situation";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("title") };
}

/** The event's agenda, with what cannot be held as planned. */
export default async function AgendaPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [t, locale, draft, situation] = await Promise.all([
    getTranslations("agenda"),
    getLocale(),
    agendaOf(actor, id),
    situationOf(actor, event),
  ]);
  const items = placed(draft);
  const found = findings(items, situation);
  const base = `/${locale}/organize/events/${id}/agenda`;
  const add = (
    <LinkButton look="primary" href={`${base}/new` as Route}>
      {t("add")}
    </LinkButton>
  );
  if (draft.length === 0) return <EmptyState title={t("none")} action={add} />;
  return (
    <>
      <div className="mb-4 flex justify-end">{add}</div>
      <ConflictList
        findings={found}
        hard={event.hardFindings}
        items={items}
        delegations={situation.delegations}
        zone={event.zone}
        base={base}
      />
      <AgendaTable items={items} findings={found} zone={event.zone} base={base} />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ItemForm } from "@/components/agenda/item-form";
import { can } from "@/domain/access/can";
import { agendaOf, placed } from "@/domain/agenda/queries";
import { instantToLocal } from "@/lib/time";
import { eventHere } from "../../event";
import { addItemAction } from "../actions";
import { itemChoices } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("add") };
}

/** Adding an item: it begins where the last one ends. */
export default async function NewItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [items, choices] = await Promise.all([agendaOf(actor, id), itemChoices(actor, id)]);
  const from = placed(items).at(-1)?.endsAt ?? event.startsAt;
  const values = {
    eventId: id,
    kind: "plenary",
    title: { en: "", sv: "" },
    abstract: { en: "", sv: "" },
    roomId: "",
    startsAt: instantToLocal(from, event.zone),
    endsAt: instantToLocal(new Date(from.getTime() + 60 * 60_000), event.zone),
    plannedMinutes: 30,
    audience: "public",
    attribution: "on_record",
    languages: [],
    expected: "",
    people: [],
    statementIds: [],
    announcementIds: [],
    stillRight: [],
  };
  return <ItemForm values={values} zone={event.zone} choices={choices} action={addItemAction} />;
}

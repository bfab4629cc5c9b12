import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ItemForm } from "@/components/agenda/item-form";
import { can } from "@/domain/access/can";
import { agendaOf, peopleChoices, placed, roomsOf } from "@/domain/agenda/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { instantToLocal } from "@/lib/time";
import { eventHere } from "../../event";
import { addItemAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("add") };
}

/** Adding an item: it begins where the last one ends. */
export default async function NewItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [locale, items, people, rooms] = await Promise.all([
    getLocale(),
    agendaOf(actor, id),
    peopleChoices(actor),
    roomsOf(actor, id),
  ]);
  const from = placed(items).at(-1)?.endsAt ?? event.startsAt;
  const values = {
    eventId: id,
    kind: "plenary",
    title: { en: "", sv: "" },
    abstract: { en: "", sv: "" },
    roomId: "",
    startsAt: instantToLocal(from, event.zone),
    endsAt: instantToLocal(new Date(from.getTime() + 60 * 60_000), event.zone),
    people: [],
  };
  return (
    <ItemForm
      values={values}
      zone={event.zone}
      people={namedChoices(people, locale)}
      rooms={rooms.map((room) => ({ value: room.id, label: room.name }))}
      action={addItemAction}
    />
  );
}

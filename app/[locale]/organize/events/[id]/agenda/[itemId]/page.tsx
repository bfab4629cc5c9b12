import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ItemForm } from "@/components/agenda/item-form";
import { RemoveItem } from "@/components/agenda/remove-item";
import { can } from "@/domain/access/can";
import { agendaOf, peopleChoices, roomsOf } from "@/domain/agenda/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { instantToLocal } from "@/lib/time";
import { eventHere } from "../../event";
import { editItemAction, removeItemAction } from "../actions";
import { ItemPapers } from "../papers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("item") };
}

/** Changing an item, or taking it out. */
export default async function ItemPage({ params }: { params: Promise<{ id: string; itemId: string }> }) {
  const { id, itemId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [locale, items, people, rooms] = await Promise.all([
    getLocale(),
    agendaOf(actor, id),
    peopleChoices(actor),
    roomsOf(actor, id),
  ]);
  const item = items.find((one) => one.id === itemId);
  if (!item) notFound();
  const named = { en: "", sv: "" };
  const values = {
    id: item.id,
    revision: item.revision,
    eventId: id,
    kind: item.kind,
    title: { ...named, ...item.title },
    abstract: { ...named, ...item.abstract },
    roomId: item.roomId ?? "",
    startsAt: item.startsAt ? instantToLocal(item.startsAt, event.zone) : "",
    endsAt: item.endsAt ? instantToLocal(item.endsAt, event.zone) : "",
    people: item.people.map((person) => ({ personId: person.id, role: person.role })),
  };
  return (
    <div className="space-y-10">
      <ItemForm
        values={values}
        zone={event.zone}
        people={namedChoices(people, locale)}
        rooms={rooms.map((room) => ({ value: room.id, label: room.name }))}
        action={editItemAction}
      />
      <ItemPapers actor={actor} event={event} item={item} />
      <RemoveItem
        item={{ id: item.id, revision: item.revision }}
        title={pick(item.title, locale).text}
        action={removeItemAction}
      />
    </div>
  );
}

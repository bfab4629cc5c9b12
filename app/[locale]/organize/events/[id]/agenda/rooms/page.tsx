import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoomForm } from "@/components/rooms/room-form";
import { RoomLine } from "@/components/rooms/room-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { agendaOf, roomsOf } from "@/domain/agenda/queries";
import { eventHere } from "../../event";
import { addRoomAction, editRoomAction, moveRoomAction, removeRoomAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda.tabs");
  return { title: t("rooms") };
}

/** The rooms of an event: each with its form, its place in the order, and the way out. */
export default async function RoomsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [t, rooms, items] = await Promise.all([
    getTranslations("agenda.rooms"),
    roomsOf(actor, id),
    agendaOf(actor, id),
  ]);
  return (
    <div className="max-w-4xl space-y-8">
      <p className="measure text-muted text-sm">{t("lead")}</p>
      {rooms.length === 0 && <EmptyState title={t("none")} />}
      <ul>
        {rooms.map((room, index) => (
          <RoomLine
            key={room.id}
            room={room}
            may={{ up: index > 0, down: index < rooms.length - 1 }}
            items={items.filter((item) => item.roomId === room.id).length}
            actions={{ edit: editRoomAction, move: moveRoomAction, remove: removeRoomAction }}
          />
        ))}
      </ul>
      <Section title={t("new")}>
        <RoomForm
          key={rooms.length}
          values={{ eventId: id, name: "", building: "", capacity: "" }}
          action={addRoomAction}
        />
      </Section>
    </div>
  );
}

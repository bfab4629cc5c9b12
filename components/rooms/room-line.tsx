"use client";

import { useTranslations } from "next-intl";
import { removeRoomInput } from "@/domain/rooms/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { MoveRoom } from "./move-room";
import { RoomForm } from "./room-form";

type Props = {
  room: { id: string; name: string; building: string; capacity: number | null; revision: number };
  may: { up: boolean; down: boolean };
  /** How many items are in it. */
  items: number;
  actions: { edit: FormAction; move: FormAction<{ place: number }>; remove: FormAction };
};

/** A room in the list of an event. */
export function RoomLine({ room, may, items, actions }: Props) {
  const t = useTranslations("agenda.rooms");
  const { id, revision, name, building } = room;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-rule border-t py-4">
      <div className="min-w-0 grow basis-96">
        <RoomForm
          values={{ id, revision, name, building, capacity: room.capacity ?? "" }}
          action={actions.edit}
        />
      </div>
      <div className="flex items-center gap-2 sm:pt-6">
        <MoveRoom room={{ id, revision }} name={name} may={may} action={actions.move} />
        <ConfirmDialog
          trigger={t("remove")}
          triggerProps={{ look: "danger" }}
          title={t("removeTitle", { name })}
          action={actions.remove}
          schema={removeRoomInput}
          values={{ id, revision }}
          consequence={<p>{t("removeConsequence", { count: items })}</p>}
          confirm={t("remove")}
          danger
        />
      </div>
    </li>
  );
}

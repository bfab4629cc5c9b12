"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { moveRoomInput } from "@/domain/rooms/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { useActionForm } from "../form/use-action-form";
import { Button } from "../ui/button";

type Moved = { place: number };
type Props = {
  room: { id: string; revision: number };
  name: string;
  may: { up: boolean; down: boolean };
  action: FormAction<Moved>;
};

const icons = { up: ArrowUp, down: ArrowDown };

/** Two buttons that move a room in the order; they keep the focus, and say where it stands now. */
export function MoveRoom({ room, name, may, action }: Props) {
  const t = useTranslations("agenda.rooms");
  const schema = moveRoomInput.omit({ direction: true }) as never;
  const form = useActionForm<Moved>({ action, schema, defaults: room });
  const place = (form.state.data as Moved | undefined)?.place;
  return (
    <Form
      form={form}
      className="space-y-1"
      doneMessage={<span className="sr-only">{place && t("moved", { name, place })}</span>}
    >
      <HiddenField name="id" />
      <RevisionField />
      <div className="flex gap-1">
        {(["up", "down"] as const).map((direction) => {
          const Icon = icons[direction];
          return (
            // Never `disabled`: a button that has done all it can would lose the focus of whoever pressed it.
            <Button
              key={direction}
              type={may[direction] ? "submit" : "button"}
              name="direction"
              value={direction}
              size="icon"
              look="quiet"
              aria-disabled={!may[direction] || undefined}
              aria-label={t(direction, { name })}
              title={t(direction, { name })}
            >
              <Icon aria-hidden />
            </Button>
          );
        })}
      </div>
    </Form>
  );
}

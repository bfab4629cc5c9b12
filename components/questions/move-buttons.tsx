"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { moveQuestionInput } from "@/domain/questions/input";
import type { Direction } from "@/domain/questions/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { useActionForm } from "../form/use-action-form";
import { Button } from "../ui/button";

type Moved = { place: number };
type Props = {
  question: { id: string; revision: number };
  label: string;
  may: Record<Direction, boolean>;
  action: FormAction<Moved>;
};

const icons = { up: ArrowUp, down: ArrowDown };

/** Two buttons that move a question; they keep the focus, and say where it stands now. */
export function MoveButtons({ question, label, may, action }: Props) {
  const t = useTranslations("questions.move");
  const form = useActionForm<Moved>({
    action,
    schema: moveQuestionInput.omit({ direction: true }) as never,
    defaults: question,
  });
  const place = (form.state.data as Moved | undefined)?.place;
  return (
    <Form
      form={form}
      className="space-y-1"
      doneMessage={<span className="sr-only">{place && t("moved", { label, place })}</span>}
    >
      <HiddenField name="id" />
      <RevisionField />
      <div className="flex gap-1">
        {(["up", "down"] as const).map((direction) => {
          const Icon = icons[direction];
          const disabled = !may[direction];
          return (
            // Never `disabled`: a button that has done all it can would lose the focus of whoever pressed it.
            <Button
              key={direction}
              type={disabled ? "button" : "submit"}
              name="direction"
              value={direction}
              size="icon"
              look="quiet"
              aria-disabled={disabled || undefined}
              aria-label={t(direction, { label })}
              title={t(direction, { label })}
            >
              <Icon aria-hidden />
            </Button>
          );
        })}
      </div>
    </Form>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { moveBlockInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { formatDay } from "@/lib/time";
import { SelectField } from "../../form/choice-fields";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { TextField } from "../../form/text-field";
import { useActionForm } from "../../form/use-action-form";
import { AlertDialog } from "../../ui/alert-dialog";
import { Button } from "../../ui/button";
import type { Standing } from "./types";
import type { Draft } from "./use-draft";

type Moved = { before: Standing[]; after: Standing[] };
type Props = {
  eventId: string;
  day: string;
  days: string[];
  items: { id: string; revision: number }[];
  action: FormAction<Moved>;
  /** Lets the deeds that are on their way arrive first; what they made of an item has been seen. */
  afterOwn: Draft["afterOwn"];
  onMoved: (moved: Moved) => void;
};

/** Moving a whole day, or the rest of it, in one step. */
export function MoveBlock({ onMoved, ...rest }: Props) {
  const t = useTranslations("agenda.block");
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog trigger={t("button")} title={t("title")} open={open} onOpenChange={setOpen}>
      <BlockForm
        {...rest}
        onCancel={() => setOpen(false)}
        onMoved={(moved) => {
          setOpen(false);
          onMoved(moved);
        }}
      />
    </AlertDialog>
  );
}

function BlockForm({
  eventId,
  day,
  days,
  items,
  action,
  afterOwn,
  onMoved,
  onCancel,
}: Props & { onCancel: () => void }) {
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations("agenda.block");
  const common = useTranslations("common");
  const seen = items.map((item) => `${item.id}:${item.revision}`);
  const form = useActionForm<Moved>({
    action: async (state, sent) => {
      const answer = await afterOwn((seenNow) => {
        sent.delete("seen");
        for (const item of items.map(seenNow)) sent.append("seen", `${item.id}:${item.revision}`);
        return action(state, sent);
      });
      // A draft that somebody has changed is fetched anew, so that it can be looked at and moved.
      if (answer.serverError) router.refresh();
      return answer;
    },
    schema: moveBlockInput as never,
    defaults: { eventId, day, from: "", toDay: day, minutes: 0, seen },
    onDone: onMoved,
  });
  const choices = days.map((value) => ({ value, label: formatDay(value, locale, { weekday: true }) }));
  return (
    <Form form={form} doneMessage={null} className="space-y-4">
      <p className="measure text-sm">{t("consequence")}</p>
      <HiddenField name="eventId" />
      {seen.map((one) => (
        <input key={one} type="hidden" name="seen" value={one} />
      ))}
      <SelectField name="day" label={t("day")} choices={choices} />
      <TextField name="from" type="time" label={t("from")} help={t("fromHelp")} optional="unsaid" />
      <SelectField name="toDay" label={t("toDay")} choices={choices} />
      <TextField
        name="minutes"
        type="number"
        label={t("minutes")}
        help={t("minutesHelp")}
        optional="unsaid"
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <SubmitButton>{t("move")}</SubmitButton>
      </div>
    </Form>
  );
}

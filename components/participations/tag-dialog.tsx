"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { tagInput } from "@/domain/participations/list/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Dialog } from "../ui/dialog";

/** What tagging has done: for how many it changed something. */
export type Tagged = { tag: string; deed: "add" | "remove"; changed: number };

type FormProps = {
  eventId: string;
  /** The ids of those who are tagged. */
  chosen: readonly string[];
  /** The tags in use, to choose from. */
  known: readonly string[];
  action: FormAction<Tagged>;
  onDone?: (done: Tagged) => void;
};

/** Adding a tag to those who were chosen, or taking it from them: one field and two buttons. */
export function TagForm({ eventId, chosen, known, action, onDone }: FormProps) {
  const t = useTranslations("participations.tags");
  const list = useId();
  const form = useActionForm<Tagged>({
    action,
    schema: tagInput.omit({ chosen: true }) as never,
    defaults: { eventId, deed: "add", tag: "" },
    onDone,
  });
  const done = form.state.data as Tagged | undefined;
  return (
    <Form
      form={form}
      className="space-y-4"
      doneMessage={done && t(`done.${done.deed}`, { tag: done.tag, count: done.changed })}
    >
      <HiddenField name="eventId" />
      {chosen.map((id) => (
        <input key={id} type="hidden" name="chosen" value={id} />
      ))}
      <TextField name="tag" label={t("tag")} help={t("help")} list={list} autoComplete="off" />
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="deed" value="add">
          {t("add")}
        </SubmitButton>
        <SubmitButton name="deed" value="remove" look="secondary">
          {t("remove")}
        </SubmitButton>
      </div>
    </Form>
  );
}

type DialogProps = FormProps & { open: boolean; onOpenChange: (open: boolean) => void };

/** The same over the list, for the rows that are ticked. */
export function TagDialog({ open, onOpenChange, ...form }: DialogProps) {
  const t = useTranslations("participations.tags");
  return (
    <Dialog
      title={t("title", { count: form.chosen.length })}
      close={t("close")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <TagForm {...form} />
    </Dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/form";
import { Form } from "./form";
import { HiddenField, RevisionField } from "./hidden-field";
import { SubmitButton } from "./submit-button";
import { TextArea } from "./text-field";
import { useActionForm } from "./use-action-form";

type ConfirmProps = {
  action: FormAction;
  schema: z.ZodType<FieldValues, FieldValues>;
  /** The ids and the revision that go with the deed; each becomes a hidden field. */
  values: Record<string, string | number>;
  /** What the fields among the children hold at first. */
  initial?: Record<string, string | number | boolean | string[] | Record<string, string>>;
  /** What will happen, in numbers and names. */
  consequence: ReactNode;
  /** Asks for a reason in the field `reason`; its label. */
  reason?: { label: ReactNode; help?: ReactNode; optional?: boolean };
  /** The verb on the button. */
  confirm: ReactNode;
  danger?: boolean;
  /** More fields of the deed, between the consequence and the buttons. */
  children?: ReactNode;
  obstacles?: (code: string) => string;
  onDone?: () => void;
  /** Beside the button that does it. */
  aside?: ReactNode;
};

/** The question itself, as a part of a page: what will happen, why, and the button. Works without JavaScript. */
export function ConfirmForm({
  values,
  initial,
  reason,
  confirm,
  danger,
  aside,
  consequence,
  children,
  ...rest
}: ConfirmProps) {
  const { obstacles, ...options } = rest;
  const form = useActionForm({
    ...options,
    defaults: { ...(reason ? { reason: "" } : {}), ...initial, ...values },
  });
  return (
    <Form form={form} obstacles={obstacles} doneMessage={null} className="space-y-4">
      <div className="measure space-y-2 text-sm">{consequence}</div>
      {Object.keys(values).map((name) =>
        name === "revision" ? <RevisionField key={name} /> : <HiddenField key={name} name={name} />,
      )}
      {children}
      {reason && <TextArea name="reason" rows={3} {...reason} />}
      <div className="flex flex-wrap justify-end gap-2">
        {aside}
        <SubmitButton look={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
      </div>
    </Form>
  );
}

type DialogProps = Omit<ConfirmProps, "aside"> & {
  trigger: ReactNode;
  triggerProps?: ComponentProps<typeof Button>;
  title: ReactNode;
};

/** The same question in a dialog over the page: for steps that are public or cannot be taken back. */
export function ConfirmDialog({ trigger, triggerProps, title, onDone, ...confirm }: DialogProps) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("common");
  const close = () => setOpen(false);
  return (
    <AlertDialog
      trigger={trigger}
      triggerProps={triggerProps}
      title={title}
      open={open}
      onOpenChange={setOpen}
    >
      <ConfirmForm
        {...confirm}
        onDone={() => {
          close();
          onDone?.();
        }}
        aside={<Button onClick={close}>{t("cancel")}</Button>}
      />
    </AlertDialog>
  );
}

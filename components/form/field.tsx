"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useField } from "./context";
import { useErrorText } from "./error-text";

/** What every field is told. */
export type FieldProps = {
  /** Dotted: `title.en`, `hosts.0.organisationId`. */
  name: string;
  label: ReactNode;
  /** A sentence under the label. */
  help?: ReactNode;
  /** Says "(optional)" beside the label (`"unsaid"`: it need not be said); without it a field is required. */
  optional?: boolean | "unsaid";
  className?: string;
};

type FrameProps = FieldProps & { children: ReactNode; lang?: string };

/** A field: the label above, help under it, then the control, then what is wrong with it. */
export function FieldFrame({ name, label, help, optional, className, children }: FrameProps) {
  const { id, error, helpId, errorId } = useField(name);
  const t = useTranslations("common.form");
  return (
    <div className={cn("space-y-1", className)}>
      <label htmlFor={id} className="block font-medium text-sm">
        <span id={`${id}-label`}>{label}</span>
        {optional === true && <span className="ms-1 font-normal text-muted">{t("optional")}</span>}
      </label>
      {help && (
        <p id={helpId} className="measure text-muted text-sm">
          {help}
        </p>
      )}
      {children}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** What is wrong with a field, beside it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 font-medium text-danger text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {errorText(error)}
    </p>
  );
}

/** The attributes that tie a control to its label, help and error, and to react-hook-form. */
export function useControl(name: string, { help, optional }: Pick<FieldProps, "help" | "optional">) {
  const { form, id, error, initial, helpId, errorId } = useField(name);
  const described = [help ? helpId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return {
    initial,
    control: {
      ...form.fields.register(name),
      id,
      "aria-required": optional ? undefined : true,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": described || undefined,
    },
  };
}

/** A value as the attribute of a text control. */
export function asAttribute(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

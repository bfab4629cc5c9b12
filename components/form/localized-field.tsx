"use client";

import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { useField } from "./context";
import { FieldError, type FieldProps } from "./field";
import { TextArea, TextField } from "./text-field";

type Props = FieldProps & {
  /** Several lines: how many are shown at first. */
  rows?: number;
};

/** A text in every language of the group, side by side; `name` is the object, its parts `name.en`, `name.sv`. */
export function LocalizedField({ name, label, help, optional, className, rows }: Props) {
  const { id, error, helpId, errorId } = useField(name);
  const t = useTranslations("enums.locale");
  const form = useTranslations("common.form");
  const Control = rows ? TextArea : TextField;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={help ? helpId : undefined} className={className}>
      <legend id={`${id}-label`} className="mb-1 font-medium text-sm">
        {label}
        {optional === true && <span className="ms-1 font-normal text-muted">{form("optional")}</span>}
      </legend>
      {help && (
        <p id={helpId} className="measure mb-1 text-muted text-sm">
          {help}
        </p>
      )}
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
        {locales.map((locale) => (
          <Control
            key={locale}
            name={`${name}.${locale}`}
            lang={locale}
            optional="unsaid"
            label={
              <>
                <span className="sr-only">{label}, </span>
                <span className="font-normal text-muted">{t(locale)}</span>
              </>
            }
            {...(rows ? { rows } : {})}
          />
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}

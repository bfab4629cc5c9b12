"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { useField } from "./context";
import { asAttribute, FieldError, FieldFrame, type FieldProps, useControl } from "./field";

/** A choice: what is sent, and what is read. */
export type Choice = { value: string; label: string };

type SelectProps = FieldProps & {
  choices: readonly Choice[];
  /** The words for having chosen nothing; without it a choice is always made. */
  none?: string;
};

/** A choice of one. */
export function SelectField({ name, label, help, optional, className, choices, none }: SelectProps) {
  const { control, initial } = useControl(name, { help, optional });
  return (
    <FieldFrame {...{ name, label, help, optional, className }}>
      <Select {...control} defaultValue={asAttribute(initial)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}

const isTicked = (value: unknown) => value === true || value === "on" || value === "true";

/** A box to tick, for `ticked`: its label beside it, its help under. */
export function CheckboxField({ name, label, help, className }: Omit<FieldProps, "optional">) {
  const { id, error, helpId, errorId } = useField(name);
  const { control, initial } = useControl(name, { help, optional: true });
  return (
    <div className={className}>
      <div className="flex items-start gap-2.5">
        <Checkbox {...control} className="mt-0.5" defaultChecked={isTicked(initial)} />
        <div className="space-y-1">
          <label htmlFor={id} className="block text-sm">
            <span id={`${id}-label`}>{label}</span>
          </label>
          {help && (
            <p id={helpId} className="measure text-muted text-sm">
              {help}
            </p>
          )}
          <FieldError id={errorId} error={error} />
        </div>
      </div>
    </div>
  );
}

type SeveralProps = FieldProps & { choices: readonly Choice[] };

/** A choice of several: boxes of one name, sent as a list; parse it with `several` of `domain/input`. */
export function CheckboxesField({ name, label, help, optional, className, choices }: SeveralProps) {
  const { form, id, error, initial, helpId, errorId } = useField(name);
  const t = useTranslations("common.form");
  const ticked = [initial].flat();
  const described = [help ? helpId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined} className={className}>
      <legend className="font-medium text-sm">
        <span id={`${id}-label`}>{label}</span>
        {optional === true && <span className="ms-1 font-normal text-muted">{t("optional")}</span>}
      </legend>
      {help && (
        <p id={helpId} className="measure text-muted text-sm">
          {help}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {choices.map((choice) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
          <label key={choice.value} className="flex items-center gap-2 text-sm">
            <Checkbox
              {...form.fields.register(name)}
              value={choice.value}
              defaultChecked={ticked.includes(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}

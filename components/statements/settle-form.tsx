"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { OpenBracket } from "@/domain/statements/brackets/rules";
import { settleInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { InlineText } from "./inline-text";

type Props = {
  statement: { id: string; locale: Locale };
  basedOn: string;
  bracket: OpenBracket;
  names: Readonly<Record<string, string>>;
  /** How the bracket is called, for whoever hears the form apart from the page. */
  label: string;
  action: FormAction;
};

/** One open bracket: its options with who holds them, and the choice of one, with why. */
export function SettleForm({ statement, basedOn, bracket, names, label, action }: Props) {
  const t = useTranslations("statements.brackets");
  const form = useActionForm({
    action,
    schema: settleInput as never,
    defaults: {
      id: statement.id,
      basedOn,
      paragraphId: bracket.paragraphId,
      index: bracket.index,
      bracket: bracket.source,
      option: "",
      reason: "",
    },
  });
  const chosen = form.fields.formState.errors.option?.message ?? form.serverErrors.option?.[0];
  return (
    <Form form={form} className="space-y-3" doneMessage={null}>
      {["id", "basedOn", "paragraphId", "index", "bracket"].map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      <fieldset
        id={`${form.id}-option`}
        tabIndex={-1}
        aria-describedby={chosen ? `${form.id}-option-error` : undefined}
      >
        <legend id={`${form.id}-option-label`} className="sr-only">
          {label}
        </legend>
        {bracket.options.map(({ words, by }, option) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place in the bracket.
          <label key={option} className="flex items-start gap-2.5 py-1">
            <input
              type="radio"
              className="mt-1.5 size-4 shrink-0 accent-accent"
              value={option}
              {...form.fields.register("option")}
            />
            <span className="min-w-0 break-words">
              {words === "" ? (
                <span className="text-muted text-sm">{t("noText")}</span>
              ) : (
                <span lang={statement.locale} className="font-serif">
                  <InlineText text={words} />
                </span>
              )}
              {by.length > 0 && (
                <span className="block text-muted text-sm">
                  {t("heldBy", { names: by.map((id) => names[id] ?? "").join(", ") })}
                </span>
              )}
            </span>
          </label>
        ))}
        {chosen && (
          <p id={`${form.id}-option-error`} className="font-medium text-danger text-sm">
            {t("choose")}
          </p>
        )}
      </fieldset>
      <TextField name="reason" label={t("reason")} help={t("reasonHelp")} />
      <SubmitButton look="secondary">{t("settle")}</SubmitButton>
    </Form>
  );
}

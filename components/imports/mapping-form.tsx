"use client";

import { useTranslations } from "next-intl";
import { mappingInput } from "@/domain/imports/input";
import { importFields } from "@/domain/imports/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  id: string;
  revision: number;
  mapping: string[];
  columns: { header: string; samples: string[] }[];
  action: FormAction;
};

/** Each column by its header and its first values, with what it means. */
export function MappingForm({ id, revision, mapping, columns, action }: Props) {
  const t = useTranslations("imports");
  const form = useActionForm({ action, schema: mappingInput as never, defaults: { id, revision, mapping } });
  const choices = importFields.map((value) => ({ value, label: t(`fields.${value}`) }));
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="id" />
      <RevisionField />
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {columns.map(({ header, samples }, column) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns can have one header; their order never changes.
            key={column}
            name={`mapping.${column}`}
            label={header || t("mapping.column", { number: column + 1 })}
            help={
              <span className="wrap-anywhere line-clamp-2">
                {samples.length > 0 ? samples.join(" · ") : t("mapping.empty")}
              </span>
            }
            optional="unsaid"
            none={t("mapping.leaveOut")}
            choices={choices}
          />
        ))}
      </div>
      <p className="measure text-muted text-sm">{t("mapping.state")}</p>
      <SubmitButton>{t("mapping.check")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ParticipationClass } from "@/db/enums";
import { classesInput } from "@/domain/classes/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Row = {
  class: ParticipationClass;
  has: boolean;
  position: number;
  quota: number | string;
  zones: string;
  people: number;
};

type Props = { values: { id: string; revision: number }; rows: Row[]; action: FormAction };

/** Which classes the event has, in the order of priority, how many of each a delegation may have, and their zones. */
export function ClassesForm({ values, rows, action }: Props) {
  const t = useTranslations("places.classesForm");
  const classes = useTranslations("enums.participationClass");
  const defaults = { ...values, classes: rows };
  const form = useActionForm({ action, schema: classesInput as never, defaults });
  return (
    <Form form={form} guard className="max-w-4xl">
      <HiddenField name="id" />
      <RevisionField />
      <p className="measure text-muted text-sm">{t("help")}</p>
      <ol className="space-y-3">
        {rows.map((row, index) => (
          <li
            key={row.class}
            className="grid grid-cols-2 items-start gap-x-4 gap-y-2 border-rule border-t pt-3 sm:grid-cols-[13rem_7rem_7rem_minmax(0,1fr)]"
          >
            <HiddenField name={`classes.${index}.class`} />
            <CheckboxField
              name={`classes.${index}.has`}
              label={classes(row.class)}
              help={row.people > 0 ? t("people", { count: row.people }) : undefined}
              className="col-span-2 sm:col-span-1 sm:pt-7"
            />
            <TextField
              name={`classes.${index}.position`}
              label={
                <>
                  <span className="sr-only">{classes(row.class)}, </span>
                  {t("position")}
                </>
              }
              inputMode="numeric"
            />
            {row.class === "head" ? (
              <p className="text-muted text-sm sm:pt-8">{t("oneHead")}</p>
            ) : (
              <TextField
                name={`classes.${index}.quota`}
                label={
                  <>
                    <span className="sr-only">{classes(row.class)}, </span>
                    {t("quota")}
                  </>
                }
                inputMode="numeric"
                optional="unsaid"
              />
            )}
            <TextField
              name={`classes.${index}.zones`}
              label={
                <>
                  <span className="sr-only">{classes(row.class)}, </span>
                  {t("zones")}
                </>
              }
              optional="unsaid"
              className="col-span-2 sm:col-span-1"
            />
          </li>
        ))}
      </ol>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { AgendaAudience } from "@/db/enums";
import { documentTypes } from "@/domain/files/rules";
import { addDocumentInput, changeDocumentInput } from "@/domain/item-documents/input";
import { audiencesWithin } from "@/domain/item-documents/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  /** With an `id` and a `revision` of a document that is changed, with an `itemId` of one that is added. */
  values: Record<string, unknown> & { id?: string };
  itemAudience: AgendaAudience;
  action: FormAction;
};

/** A document of an item: what it is called, who may read it and, where it is added, the file. */
export function DocumentForm({ values, itemAudience, action }: Props) {
  const t = useTranslations("papers.form");
  const enums = useTranslations("enums.agendaAudience");
  const known = values.id !== undefined;
  const schema = known ? changeDocumentInput : addDocumentInput;
  const form = useActionForm({ action, schema: schema as never, defaults: values });
  return (
    <Form form={form} className="max-w-3xl space-y-4">
      {known ? <HiddenField name="id" /> : <HiddenField name="itemId" />}
      {known && <RevisionField />}
      <LocalizedField name="title" label={t("title")} />
      <SelectField
        name="audience"
        label={t("audience")}
        help={t("audienceHelp")}
        choices={audiencesWithin(itemAudience).map((value) => ({ value, label: enums(value) }))}
        className="max-w-md"
      />
      {!known && (
        <FileField
          name="file"
          label={t("file")}
          help={t("fileHelp")}
          accept={`${documentTypes.join(",")},.txt`}
        />
      )}
      <SubmitButton>{known ? t("save") : t("add")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { photoInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  id: string;
  revision: number;
  /** The address of the picture there is. */
  photo: string | null;
  /** Days after the event that it is kept. */
  keptDays: number;
  action: FormAction;
};

/** The picture of a participant, as the door sees it. */
export function PhotoForm({ id, revision, photo, keptDays, action }: Props) {
  const t = useTranslations("participations.photo");
  const form = useActionForm({
    action,
    schema: photoInput as never,
    defaults: { id, revision, remove: false },
  });
  return (
    <Form form={form} className="flex flex-wrap items-start gap-6 space-y-0">
      <HiddenField name="id" />
      <RevisionField />
      {photo && (
        // biome-ignore lint/performance/noImgElement: a private picture, fetched as it is.
        <img src={photo} alt={t("alt")} className="size-24 object-cover" />
      )}
      <div className="min-w-0 space-y-4">
        <FileField
          name="photo"
          label={t("file")}
          help={t("help", { days: keptDays })}
          optional
          accept="image/jpeg,image/png"
        />
        {photo && <CheckboxField name="remove" label={t("remove")} />}
        <SubmitButton look="secondary">{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

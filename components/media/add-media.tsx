"use client";

import { useTranslations } from "next-intl";
import { addMediaInput } from "@/domain/media/input";
import { allMediaTypes, mostAtOnce } from "@/domain/media/rules";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

/** Putting files into the library, with what is said of them; `newest` is what was put there last. */
export function AddMedia({ action, newest }: { action: FormAction; newest: string | undefined }) {
  const t = useTranslations("media.add");
  const form = useActionForm({
    action,
    schema: addMediaInput as never,
    defaults: { name: "", alt: { en: "", sv: "" }, credit: "" },
  });
  return (
    <Form form={form} className="max-w-3xl space-y-4" doneMessage={t("done")}>
      <FileField
        // Once they are there, the same files are not sent a second time.
        key={newest}
        name="files"
        label={t("files")}
        help={t("filesHelp", { most: mostAtOnce })}
        accept={allMediaTypes.join(",")}
        multiple
      />
      <LocalizedField name="alt" label={t("alt")} help={t("altHelp")} optional />
      <TextField name="credit" label={t("credit")} help={t("creditHelp")} optional className="max-w-md" />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}

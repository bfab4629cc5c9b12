"use client";

import { useTranslations } from "next-intl";
import { removeDraftInput } from "@/domain/mailings/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = { id: string; name: string; action: FormAction };

/** Taking one recipient out of a bulk mail. */
export function RemoveDraft({ id, name, action }: Props) {
  const t = useTranslations("mailing.bulk");
  const form = useActionForm({ action, schema: removeDraftInput as never, defaults: { id } });
  return (
    <Form form={form} doneMessage={t("removed", { name })} className="space-y-1">
      <HiddenField name="id" />
      <SubmitButton look="quiet" size="small" aria-label={t("removeOf", { name })}>
        {t("remove")}
      </SubmitButton>
    </Form>
  );
}

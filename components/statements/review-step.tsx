"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { reviewTranslationInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Time } from "../time";

type Props = {
  values: { id: string; locale: Locale; revisionId: string };
  review: { reviewedBy: string; reviewedAt: Date } | null;
  zone: string;
  /** Whether who reads this may say so: not whoever translated it. */
  allowed: boolean;
  action: FormAction;
};

/** That somebody else than its translator looked a translation over, or the step that says so. */
export function ReviewStep({ values, review, zone, allowed, action }: Props) {
  const t = useTranslations("statements.review");
  const form = useActionForm({ action, schema: reviewTranslationInput as never, defaults: values });
  if (review) {
    return (
      <p className="text-sm">
        {t("reviewed", { name: review.reviewedBy })} <Time at={review.reviewedAt} zone={zone} />
      </p>
    );
  }
  if (!allowed) return <p className="measure text-muted text-sm">{t("own")}</p>;
  return (
    <Form form={form} className="space-y-3" doneMessage={null}>
      <HiddenField name="id" />
      <HiddenField name="locale" />
      <HiddenField name="revisionId" />
      <p className="measure text-sm">{t("help")}</p>
      <SubmitButton look="secondary">{t("button")}</SubmitButton>
    </Form>
  );
}

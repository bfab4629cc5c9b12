"use client";

import { useTranslations } from "next-intl";
import { publishListInput } from "@/domain/speakers/input";
import type { FormAction } from "@/lib/form";
import { StepForm } from "./step-form";

/** Makes the list as it stands public, as its next dated version. */
export function PublishVersion({ itemId, action }: { itemId: string; action: FormAction }) {
  const t = useTranslations("speakers.versions");
  return (
    <StepForm action={action} schema={publishListInput} values={{ itemId }}>
      {t("publish")}
    </StepForm>
  );
}

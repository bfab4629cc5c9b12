"use client";

import { useTranslations } from "next-intl";
import type { ParticipationClass } from "@/db/enums";
import { deskChangeInput } from "@/domain/delegations/input";
import type { Fill } from "@/domain/delegations/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { ClassField } from "./class-field";
import { NomineeFields } from "./nominee-fields";

type Props = {
  values: Record<string, string | number | boolean> & { class: ParticipationClass };
  fills: readonly Fill[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  action: FormAction;
};

/** Changing what a delegation says of one of its people. */
export function MemberForm({ values, fills, keptDays, action }: Props) {
  const t = useTranslations("delegations.person");
  const form = useActionForm({ action, schema: deskChangeInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <ClassField fills={fills} current={values.class} />
      <NomineeFields keptDays={keptDays} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Locale, ParticipationClass } from "@/db/enums";
import { nominateInput } from "@/domain/delegations/input";
import { type Fill, hasRoom } from "@/domain/delegations/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";
import { ClassField } from "./class-field";
import { emptyNominee, NomineeFields } from "./nominee-fields";

type Props = {
  delegationId: string;
  fills: readonly Fill[];
  /** The class that is meant, where the page was asked for one. */
  wanted?: ParticipationClass;
  locale: Locale;
  /** Days after the event that needs are kept. */
  keptDays: number;
  action: FormAction;
};

/** Nominating somebody for a delegation. */
export function NominateForm({ delegationId, fills, wanted, locale, keptDays, action }: Props) {
  const t = useTranslations("delegations");
  const open = fills.filter((fill) => hasRoom(fills, fill.class)).map((fill) => fill.class);
  const first = wanted && open.includes(wanted) ? wanted : open[0];
  const defaults = { ...emptyNominee, delegationId, class: first ?? "", alternate: false, locale };
  const form = useActionForm({ action, schema: nominateInput as never, defaults });
  if (!first) return <Notice title={t("full")}>{t("fullText")}</Notice>;
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="delegationId" />
      <ClassField fills={fills} />
      <NomineeFields language keptDays={keptDays} />
      <SubmitButton>{t("nominateButton")}</SubmitButton>
    </Form>
  );
}

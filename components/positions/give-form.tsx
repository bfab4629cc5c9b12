"use client";

import { useTranslations } from "next-intl";
import type { PositionKind } from "@/db/enums";
import { givePositionInput } from "@/domain/positions/input";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { emptyPosition, PositionFields } from "./position-fields";

type Given = { id: string; kind: PositionKind; text: string; paragraphIds: string[]; authority: string };
type Props = {
  id: string;
  today: string;
  /** The position that waits or is public, which this one takes the place of. */
  before: Given | undefined;
  paragraphs: Choice[];
  action: FormAction;
};

/** Giving, or changing, the position of one's own organisation. */
export function GiveForm({ id, today, before, paragraphs, action }: Props) {
  const t = useTranslations("positions.form");
  const form = useActionForm({
    action,
    schema: givePositionInput as never,
    defaults: {
      ...emptyPosition(today),
      ...(before && {
        kind: before.kind,
        text: before.text,
        paragraphIds: before.paragraphIds,
        authority: before.authority,
      }),
      id,
      replaces: before?.id ?? "",
    },
  });
  return (
    <Form form={form} doneMessage={t("given")}>
      <HiddenField name="id" />
      <HiddenField name="replaces" />
      <PositionFields paragraphs={paragraphs} />
      <SubmitButton>{before ? t("change") : t("give")}</SubmitButton>
    </Form>
  );
}

"use client";

import { Check, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { cueStepInput } from "@/domain/run-of-show/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = { row: { id: string; revision: number; cue: string }; done: boolean; action: FormAction };

/** One press says that a row is done, or that it is not after all: large enough for a thumb. */
export function TickForm({ row, done, action }: Props) {
  const t = useTranslations("runOfShow");
  const { id, revision } = row;
  const form = useActionForm({ action, schema: cueStepInput as never, defaults: { id, revision } });
  const Icon = done ? Check : Square;
  return (
    <Form form={form} doneMessage={null} className="space-y-2 print:hidden">
      <HiddenField name="id" />
      <HiddenField name="revision" />
      <SubmitButton
        look={done ? "quiet" : "secondary"}
        className="size-12 p-0 [&_svg]:size-6"
        aria-label={done ? t("untick", { cue: row.cue }) : t("tick", { cue: row.cue })}
      >
        <Icon aria-hidden className={done ? "text-success" : undefined} />
      </SubmitButton>
    </Form>
  );
}

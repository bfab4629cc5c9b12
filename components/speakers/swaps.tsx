"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { answerSwapInput, swapInput } from "@/domain/speakers/input";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Swap = {
  id: string;
  firstId: string;
  secondId: string;
  reason: string;
  firstAgreedAt: Date | null;
  secondAgreedAt: Date | null;
};
type Named = { id: string; organisation: Localized };
type ListProps = {
  swaps: Swap[];
  speakers: Named[];
  action: FormAction;
  /** Whom one may answer for; nothing said: for both, and then with a reason. */
  own?: readonly string[];
};

/** The swaps that wait for an answer, each side with what it can say. */
export function OpenSwaps({ swaps, speakers, action, own }: ListProps) {
  const locale = useLocale();
  const t = useTranslations("speakers.swap");
  const word = useTranslations("speakers");
  const nameOf = (id: string) => pick(speakers.find((one) => one.id === id)?.organisation ?? {}, locale).text;
  return (
    <ul>
      {swaps.map((swap) => {
        const [first, second] = [nameOf(swap.firstId), nameOf(swap.secondId)];
        const waiting = (["first", "second"] as const).filter(
          (side) => !swap[`${side}AgreedAt`] && (!own || own.includes(swap[`${side}Id`])),
        );
        return (
          <li key={swap.id} className="space-y-2 border-rule border-t py-3 text-sm">
            <p>{t("asked", { first, second, reason: swap.reason })}</p>
            {waiting.length === 0 && <p className="text-muted">{t("waits")}</p>}
            {waiting.map((side) => (
              <div key={side} className="flex flex-wrap gap-2">
                {(["agree", "decline"] as const).map((answer) => {
                  const name = side === "first" ? first : second;
                  return (
                    <ConfirmDialog
                      key={answer}
                      trigger={t(`${answer}For`, { name })}
                      triggerProps={{ size: "small", look: answer === "agree" ? "primary" : "secondary" }}
                      title={t(`${answer}For`, { name })}
                      action={action}
                      schema={answerSwapInput as never}
                      values={{ id: swap.id, side, answer }}
                      consequence={<p>{t(`${answer}Means`, { first, second })}</p>}
                      reason={{ label: word("reason"), optional: own !== undefined }}
                      confirm={t(`${answer}For`, { name })}
                    />
                  );
                })}
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

type AskProps = {
  /** Whose place it is: those one may ask for. */
  firsts: Choice[];
  seconds: Choice[];
  action: FormAction;
};

/** Asking for a swap of two places. */
export function AskSwap({ firsts, seconds, action }: AskProps) {
  const t = useTranslations("speakers.swap");
  const word = useTranslations("speakers");
  const form = useActionForm({
    action,
    schema: swapInput as never,
    defaults: { firstId: "", secondId: "", reason: "" },
  });
  return (
    <Form form={form} doneMessage={t("done")} className="max-w-2xl space-y-4">
      <SelectField name="firstId" label={t("first")} none={t("choose")} choices={firsts} />
      <SelectField name="secondId" label={t("second")} none={t("choose")} choices={seconds} />
      <TextField name="reason" label={word("reason")} />
      <SubmitButton look="secondary">{t("ask")}</SubmitButton>
    </Form>
  );
}

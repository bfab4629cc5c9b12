"use client";

import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useId, useState, useTransition } from "react";
import { locales } from "@/db/enums";
import { type FormAction, type FormState, fieldErrors } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { useErrorText } from "../form/error-text";
import { useRefusalText } from "../form/refusal-notice";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { Select } from "../ui/select";
import { type Letter, LetterPreview } from "./letter-preview";

type Props = { first: Letter; participants: Choice[]; action: FormAction<Letter> };

/** The preview of the words that stand in the form around it, in a language, for somebody. Nothing is saved by it. */
export function TemplatePreview({ first, participants, action }: Props) {
  const t = useTranslations("mailing.preview");
  const languages = useTranslations("enums.locale");
  const locale = useLocale();
  const id = useId();
  const [answer, setAnswer] = useState<FormState<Letter>>({ data: first });
  const [pending, send] = useTransition();
  const [shown, setShown] = useState(first);

  function show({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    if (!form) return;
    const data = new FormData(form);
    send(async () => {
      const next = await action(answer, data).catch(
        (): FormState<Letter> => ({ serverError: { code: "unreachable" } }),
      );
      setAnswer(next);
      if (next.data) setShown(next.data);
    });
  }

  return (
    <Section title={t("title")}>
      <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="space-y-1">
          <label htmlFor={`${id}-lang`} className="block font-medium text-xs">
            {t("language")}
          </label>
          <Select id={`${id}-lang`} name="lang" defaultValue={locale}>
            {locales.map((one) => (
              <option key={one} value={one}>
                {languages(one)}
              </option>
            ))}
          </Select>
        </div>
        <div className="min-w-0 space-y-1">
          <label htmlFor={`${id}-for`} className="block font-medium text-xs">
            {t("for")}
          </label>
          <Select id={`${id}-for`} name="participationId" defaultValue="">
            <option value="">{t("sample")}</option>
            {participants.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </Select>
        </div>
        <Button onClick={show} aria-busy={pending || undefined}>
          {t("show")}
        </Button>
      </div>
      <Refused answer={answer} />
      <LetterPreview {...shown} />
    </Section>
  );
}

/** Why the words in the form cannot be shown. */
function Refused({ answer }: { answer: FormState<Letter> }) {
  const refusalText = useRefusalText();
  const errorText = useErrorText();
  const { serverError } = answer;
  const [wrong] = Object.values(fieldErrors(answer)).flat();
  if (!serverError && !wrong) return null;
  return (
    <div role="alert" className="mb-4">
      <Notice tone="warning">
        {serverError ? refusalText(serverError.code, serverError.details) : errorText(wrong ?? "")}
      </Notice>
    </div>
  );
}

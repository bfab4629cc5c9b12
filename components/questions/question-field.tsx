"use client";

import { useLocale, useTranslations } from "next-intl";
import { langOf, pick } from "@/lib/i18n/pick";
import { CheckboxesField, CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { FileField } from "../form/file-field";
import { TextArea, TextField } from "../form/text-field";
import { Checkbox } from "../ui/checkbox";
import type { Asked, HandedIn } from "./asked";

type Props = {
  question: Asked;
  countries: Choice[];
  /** When it is asked, for whoever sees it whatever they answered before. */
  condition: string;
  held: HandedIn[string] | undefined;
};

/** The field of one question, by its kind; its name is `answers.<id>`. */
export function QuestionField({ question, countries, condition, held }: Props) {
  const locale = useLocale();
  const t = useTranslations("answers");
  const { id, kind, required } = question;
  const [label, help] = [pick(question.label, locale), pick(question.help, locale)];
  const notes = [
    question.audience === "needs" ? t("needsOnly") : "",
    question.keptDays === null ? "" : t("erased", { days: question.keptDays }),
  ].filter(Boolean);
  const said = (help.text || condition || notes.length > 0 || kind === "file") && (
    <>
      {help.text && (
        <span className="block whitespace-pre-line" lang={langOf(help, locale)}>
          {help.text}
        </span>
      )}
      {kind === "file" && <span className="block">{t("fileHelp")}</span>}
      {notes.length > 0 && <span className="block">{notes.join(" ")}</span>}
      {condition && <span className="block [@media(scripting:enabled)]:hidden">{condition}</span>}
    </>
  );
  const field = {
    name: `answers.${id}`,
    label: <span lang={langOf(label, locale)}>{label.text}</span>,
    help: said || undefined,
    optional: !required,
  };
  const choices = question.options.map(({ value, label: words }) => ({
    value,
    label: pick(words, locale).text,
  }));
  switch (kind) {
    case "text":
      return <TextField {...field} />;
    case "long_text":
      return <TextArea {...field} rows={4} />;
    case "date":
      return <TextField {...field} type="date" className="max-w-80" />;
    case "number":
      return <TextField {...field} type="number" inputMode="decimal" className="max-w-80" />;
    case "choice":
      return <SelectField {...field} choices={choices} none={t("choose")} />;
    case "country":
      return <SelectField {...field} choices={countries} none={t("choose")} />;
    case "choices":
      return <CheckboxesField {...field} choices={choices} />;
    case "agreement":
      return <CheckboxField {...field} />;
    case "file":
      return (
        <div className="space-y-2">
          <FileField {...field} optional={!required || held !== undefined} />
          {held && (
            <p className="text-sm">
              {t("handedIn")}{" "}
              <a className="link" href={held.href} download>
                {held.name}
              </a>
            </p>
          )}
          {held && !required && (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
            <label className="flex items-center gap-2 text-sm">
              <Checkbox name="removed" value={id} />
              {t("takeAway")}
            </label>
          )}
        </div>
      );
  }
}

"use client";

import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { type Placeholder, placeholdersIn } from "@/domain/templates/rules";
import { useFormAround } from "../form/context";
import { LocalizedField } from "../form/localized-field";
import { Notice } from "../ui/notice";

type Props = {
  /** What this mail can name. */
  placeholders: readonly Placeholder[];
  optional?: boolean;
};

/** The words of a mail in every language, with what can be filled in; says at once what cannot. */
export function WordsFields({ placeholders, optional }: Props) {
  const t = useTranslations("mailing.words");
  const { fields } = useFormAround();
  const written = locales.flatMap((locale) => fields.watch([`subject.${locale}`, `body.${locale}`]));
  const known: readonly string[] = placeholders;
  const unknown = placeholdersIn(written.join("\n")).filter((name) => !known.includes(name));
  return (
    <>
      <LocalizedField name="subject" label={t("subject")} optional={optional} />
      <LocalizedField name="body" label={t("body")} help={t("bodyHelp")} rows={12} optional={optional} />
      <div role="status" className="empty:hidden">
        {unknown.length > 0 && (
          <Notice tone="warning">
            {t("unknown", { names: unknown.map((name) => `{${name}}`).join(", ") })}
          </Notice>
        )}
      </div>
      <section className="text-sm">
        <h3 className="font-medium text-sm">{t("placeholders")}</h3>
        <p className="text-muted">{t("placeholdersHelp")}</p>
        <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {placeholders.map((name) => (
            <div key={name} className="flex gap-3">
              <dt className="w-28 shrink-0 font-mono">{`{${name}}`}</dt>
              <dd className="text-muted">{t(`placeholder.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Locale } from "@/db/enums";
import { floorInput } from "@/domain/statements/floor/input";
import { around, type FloorView, floorViews } from "@/domain/statements/floor/rules";
import { plainWords } from "@/domain/statements/inline/rules";
import { numbered, type Para } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../../form/choice-fields";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { useActionForm } from "../../form/use-action-form";
import { useKeys } from "./use-keys";

type Props = {
  statementId: string;
  lang: Locale;
  floor: { version: number; revisionId: string; paragraphId: string | null; view: FloorView };
  paragraphs: Para[];
  revisions: { value: string; label: string }[];
  action: FormAction;
};

/** What the chair presses: back, on, any paragraph, another revision or view. The arrow keys go back and on. */
export function FloorControl({ statementId, lang, floor, paragraphs, revisions, action }: Props) {
  const t = useTranslations("statements.views");

  const form = useActionForm({
    action,
    schema: floorInput as never,
    defaults: { ...floor, id: statementId, paragraphId: "" },
  });
  const { previous, next } = around(paragraphs, floor.paragraphId);
  const [back, on] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  useKeys({ back, on, pending: form.pending, version: floor.version, refusals: form.attempts });
  return (
    <Form form={form} doneMessage={null} className="space-y-6">
      <HiddenField name="id" />
      {/* What is on the screen now, also after a refusal: the page is made anew with every change. */}
      <input type="hidden" name="version" value={floor.version} />
      <div className="z-10 flex flex-wrap items-end gap-3 bg-paper py-2 sm:sticky sm:top-0">
        <SubmitButton
          ref={back}
          look="secondary"
          name="paragraphId"
          value={previous ?? ""}
          disabled={!previous}
        >
          {t("previous")}
        </SubmitButton>
        <SubmitButton ref={on} name="paragraphId" value={next ?? ""} disabled={!next}>
          {t("next")}
        </SubmitButton>
        <SelectField name="revisionId" label={t("shownRevision")} choices={revisions} />
        <SelectField
          name="view"
          label={t("shownView")}
          choices={floorViews.map((value) => ({ value, label: t(`names.${value}`) }))}
        />
        <SubmitButton look="secondary">{floor.version === 0 ? t("begin") : t("show")}</SubmitButton>
      </div>
      <p className="text-muted text-sm">{t("keys")}</p>
      <ol className="divide-y divide-rule">
        {numbered(paragraphs).map(({ id, text, number }) => {
          const current = id === floor.paragraphId;
          return (
            <li
              key={id}
              aria-current={current ? "true" : undefined}
              className={current ? "bg-sunken py-2 ps-2" : "py-2 ps-2"}
            >
              <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
                <span className="w-10 shrink-0 text-muted tabular-nums">{number}</span>
                <p lang={lang} className="line-clamp-2 min-w-0 flex-1 basis-60 break-words font-serif">
                  {plainWords(text)}
                </p>
                <SubmitButton
                  look="quiet"
                  size="small"
                  name="paragraphId"
                  value={id}
                  aria-label={t("goTo", { words: plainWords(text).slice(0, 60) })}
                >
                  {current ? t("onScreen") : t("go")}
                </SubmitButton>
              </div>
            </li>
          );
        })}
      </ol>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { copyFormInput, type PresetName, presetInput } from "@/domain/questions/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  eventId: string;
  /** Each with the questions it would add. */
  presets: { name: PresetName; adds: string[] }[];
  events: Choice[];
  applyPreset: FormAction;
  copyForm: FormAction;
};

/** Questions to begin with: those of a kind of event, or of an event that was. Says what it will add. */
export function BeginFrom({ eventId, presets, events, applyPreset, copyForm }: Props) {
  const t = useTranslations("questions.begin");
  return (
    <div className="space-y-4">
      <p className="measure text-muted text-sm">{t("lead")}</p>
      <div className="flex flex-wrap gap-2">
        {presets.map(({ name, adds }) => (
          <ConfirmDialog
            key={`${name}${adds.length}`}
            trigger={t(`presets.${name}`)}
            title={t("title", { name: t(`presets.${name}`) })}
            action={applyPreset}
            schema={presetInput}
            values={{ eventId, preset: name }}
            consequence={
              <>
                <p>{t("consequence", { count: adds.length })}</p>
                <ol className="max-h-60 list-decimal overflow-y-auto ps-6">
                  {adds.map((label) => (
                    <li key={label}>{label}</li>
                  ))}
                </ol>
              </>
            }
            confirm={t("add", { count: adds.length })}
          />
        ))}
        {events.length > 0 && (
          <ConfirmDialog
            trigger={t("copy")}
            title={t("copyTitle")}
            action={copyForm}
            schema={copyFormInput}
            values={{ eventId }}
            consequence={<p>{t("copyConsequence")}</p>}
            confirm={t("copyButton")}
          >
            <SelectField name="from" label={t("from")} choices={events} />
          </ConfirmDialog>
        )}
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { presetInput } from "@/domain/classes/input";
import { type ClassPreset, classPresets } from "@/domain/classes/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { id: string; revision: number; action: FormAction };

/** Replacing the classes and quotas by a set made for a kind of event. */
export function PresetDialog({ id, revision, action }: Props) {
  const t = useTranslations("places.preset");
  const enums = useTranslations("enums.classPreset");
  const presets = Object.keys(classPresets) as ClassPreset[];
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ size: "small" }}
      title={t("title")}
      action={action}
      schema={presetInput as never}
      values={{ id, revision }}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("confirm")}
    >
      <SelectField
        name="preset"
        label={t("preset")}
        choices={presets.map((value) => ({ value, label: enums(value) }))}
      />
    </ConfirmDialog>
  );
}

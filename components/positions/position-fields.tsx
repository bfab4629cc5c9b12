"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { type PositionKind, positionKinds } from "@/db/enums";
import { evidenceTypes } from "@/domain/files/rules";
import { partsOf } from "@/domain/positions/rules";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import { FileField } from "../form/file-field";
import { TextArea, TextField } from "../form/text-field";

const never = () => () => {};

/** What every position says: its kind, its day, its words and paragraphs where it has some, who authorised it. */
export function PositionFields({ paragraphs }: { paragraphs: Choice[] }) {
  const t = useTranslations("positions.form");
  const kinds = useTranslations("enums.positionKind");
  const { fields } = useFormAround();
  // Until a script can follow the choice, every field that some kind needs is there.
  const follows = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const kind = positionKinds.find((one) => one === fields.watch("kind")) ?? "endorses";
  const parts = partsOf[kind];
  return (
    <>
      <SelectField
        name="kind"
        label={t("kind")}
        help={t(`help.${kind}`)}
        choices={positionKinds.map((value) => ({ value, label: kinds(value) }))}
      />
      {(!follows || parts.paragraphs) && paragraphs.length > 0 && (
        <CheckboxesField
          name="paragraphIds"
          label={t("paragraphs")}
          help={t("paragraphsHelp")}
          optional={kind !== "disassociates"}
          choices={paragraphs}
        />
      )}
      {(!follows || parts.text !== "none") && (
        <TextArea
          name="text"
          label={t("text")}
          help={t("textHelp")}
          rows={5}
          optional={parts.text !== "required"}
        />
      )}
      <TextField name="givenOn" type="date" label={t("givenOn")} className="max-w-48" />
      <TextField name="authority" label={t("authority")} help={t("authorityHelp")} optional />
      <FileField
        name="evidence"
        label={t("evidence")}
        help={t("evidenceHelp")}
        accept={`${evidenceTypes.join(",")},.docx`}
        optional
      />
    </>
  );
}

/** What a position holds before anybody said anything. */
export function emptyPosition(today: string, kind: PositionKind = "endorses") {
  return { kind, givenOn: today, authority: "", text: "", paragraphIds: [] as string[] };
}

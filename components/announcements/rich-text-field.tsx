"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { placed } from "@/domain/announcements/blocks/rules";
import { storedBody } from "@/domain/announcements/text/input";
import { useField } from "../form/context";
import { FieldError } from "../form/field";
import type { EditorChoices } from "./editor-choices";
import { RichTextEditor } from "./rich-text-editor";

type Props = { name: string; label: string; help?: string; choices: EditorChoices };

/** A rich text: the editor, and its JSON in a hidden field of the form. */
export function RichTextField({ name, label, help, choices }: Props) {
  const { form, id, error, initial, helpId, errorId } = useField(name);
  const t = useTranslations("announcements.editor");
  const [json, setJson] = useState(() => String(initial ?? ""));
  const [body] = useState(() => placed(storedBody(parsed(json))));
  // Without its element: what is sent is what is held here, which nothing but writing changes.
  form.fields.register(name);
  const described = [help ? helpId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return (
    <div className="space-y-1">
      <p id={`${id}-label`} className="font-medium text-sm">
        {label}
      </p>
      {help && (
        <p id={helpId} className="measure text-muted text-sm">
          {help}
        </p>
      )}
      <RichTextEditor
        id={id}
        labelledBy={`${id}-label`}
        describedBy={described}
        invalid={error !== undefined}
        begun={body}
        choices={choices}
        onChange={(changed) => {
          setJson(JSON.stringify(changed));
          form.fields.setValue(name, JSON.stringify(changed), { shouldDirty: true });
        }}
      />
      <input type="hidden" name={name} value={json} />
      <noscript>
        <p className="text-sm">{t("needsScript")}</p>
      </noscript>
      <FieldError id={errorId} error={error} />
    </div>
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

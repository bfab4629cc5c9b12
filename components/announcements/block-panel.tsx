"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { newerThan } from "@/domain/boilerplates/rules";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import type { EditorChoices } from "./editor-choices";

const fields = {
  image: ["alt", "credit"],
  file: ["label"],
  video: ["title", "href"],
  factBox: ["title", "asOf"],
  boilerplate: [],
} as const;
type Kind = keyof typeof fields;
type Field = (typeof fields)[Kind][number];
const kinds = Object.keys(fields) as Kind[];

/** What the block shows on which the cursor stands: the words of a picture, where a film is, the day of some facts. */
export function BlockPanel({ editor, choices }: { editor: Editor; choices: EditorChoices }) {
  const t = useTranslations("announcements.editor.block");
  const id = useId();
  const block = useEditorState({
    editor,
    selector: ({ editor }) => {
      const kind = kinds.find((one) => editor.isActive(one));
      if (!kind) return null;
      const attrs = editor.getAttributes(kind);
      return { kind, attrs: { ...attrs } as Record<string, string | number | null> };
    },
  });
  if (!block) return null;
  const { kind, attrs } = block;
  const change = (part: Record<string, unknown>) => editor.commands.updateAttributes(kind, part);
  const shown: readonly Field[] = kind === "video" && attrs.mediaId ? ["title"] : fields[kind];
  const newer =
    kind === "boilerplate"
      ? newerThan(choices.boilerplates, {
          boilerplateId: String(attrs.boilerplateId),
          version: Number(attrs.version),
        })
      : undefined;
  return (
    <fieldset className="flex flex-wrap items-end gap-2 border-rule border-b bg-sunken p-2">
      <legend className="sr-only">{t(`${kind}.title`)}</legend>
      {shown.map((field) => (
        <div key={field} className="min-w-40 grow space-y-1">
          <label htmlFor={`${id}-${field}`} className="block font-medium text-xs">
            {t(`field.${field}`)}
          </label>
          <Input
            id={`${id}-${field}`}
            type={field === "asOf" ? "date" : "text"}
            lang={choices.lang}
            value={String(attrs[field] ?? "")}
            maxLength={field === "href" ? 2_000 : 300}
            aria-describedby={field === "alt" && !attrs.alt ? `${id}-need` : undefined}
            onChange={(event) => change({ [field]: event.target.value })}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
        </div>
      ))}
      {kind === "image" && !attrs.alt && (
        <p id={`${id}-need`} className="w-full text-warning text-xs">
          {t("altNeeded")}
        </p>
      )}
      {kind === "boilerplate" && (
        <p className="grow text-sm">{t("version", { number: Number(attrs.version) })}</p>
      )}
      {newer !== undefined && (
        <Button size="small" onClick={() => change({ version: newer })}>
          {t("newer", { number: newer })}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          editor.view.focus();
          if (kind !== "factBox" || !editor.commands.deleteNode(kind)) editor.commands.deleteSelection();
        }}
      >
        {t("remove")}
      </Button>
    </fieldset>
  );
}

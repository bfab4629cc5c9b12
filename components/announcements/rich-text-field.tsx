"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Locale } from "@/db/enums";
import { useField } from "../form/context";
import { FieldError } from "../form/field";
import { type EditorNode, fromEditor } from "./editor-json";
import { editorNodes } from "./editor-nodes";
import { EditorToolbar } from "./editor-toolbar";
import { QuotePanel, type Speakers } from "./quote-panel";

type Props = { name: string; label: string; help?: string; lang: Locale; speakers: Speakers };

/** A rich text: the editor, and its JSON in a hidden field of the form. */
export function RichTextField({ name, label, help, lang, speakers }: Props) {
  const { form, id, error, initial, helpId, errorId } = useField(name);
  const t = useTranslations("announcements.editor");
  const [begun] = useState(() => String(initial ?? ""));
  const described = [help ? helpId : "", error ? errorId : ""].filter(Boolean).join(" ");
  const editor = useEditor({
    extensions: editorNodes,
    content: parsed(begun),
    immediatelyRender: false,
    // Its own style element would need a nonce; the rules it has are on the element below.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        lang,
        class: "prose min-h-72 whitespace-break-spaces px-4 py-3 break-words outline-none",
      },
    },
    onUpdate: ({ editor }) => {
      const json = JSON.stringify(fromEditor(editor.getJSON() as EditorNode));
      form.fields.setValue(name, json, { shouldDirty: true });
    },
  });
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          ...(editor.options.editorProps.attributes as Record<string, string>),
          "aria-describedby": described,
          "aria-invalid": error ? "true" : "false",
        },
      },
    });
  }, [editor, described, error]);
  return (
    <div className="space-y-1">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the field itself is next. */}
      <p id={`${id}-label`} className="font-medium text-sm" onClick={() => editor?.commands.focus()}>
        {label}
      </p>
      {help && (
        <p id={helpId} className="measure text-muted text-sm">
          {help}
        </p>
      )}
      <div className="border border-edge bg-surface focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        {editor ? <EditorToolbar editor={editor} label={t("toolbar")} /> : <div className="h-11" />}
        {editor && <QuotePanel editor={editor} speakers={speakers} />}
        <EditorContent
          editor={editor}
          className="min-h-72 [&_blockquote]:after:mt-1 [&_blockquote]:after:block [&_blockquote]:after:font-sans [&_blockquote]:after:text-muted [&_blockquote]:after:text-sm [&_blockquote]:after:content-[attr(data-by)]"
        />
      </div>
      <input type="hidden" {...form.fields.register(name)} defaultValue={begun} />
      <noscript>
        <p className="text-sm">{t("needsScript")}</p>
      </noscript>
      <FieldError id={errorId} error={error} />
    </div>
  );
}

function parsed(json: string): EditorNode {
  try {
    return JSON.parse(json) as EditorNode;
  } catch {
    return { type: "doc", content: [] };
  }
}

"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { RichBody } from "@/domain/announcements/text/rules";
import { versionIn } from "@/domain/boilerplates/rules";
import { pick } from "@/lib/i18n/pick";
import { cn } from "../ui/cn";
import { BlockPanel } from "./block-panel";
import { type EditorChoices, shownWith } from "./editor-choices";
import { type EditorNode, fromEditor } from "./editor-json";
import { editorNodes } from "./editor-nodes";
import { EditorToolbar } from "./editor-toolbar";
import { QuotePanel } from "./quote-panel";

type Props = {
  id: string;
  labelledBy: string;
  describedBy?: string;
  invalid?: boolean;
  begun: RichBody;
  choices: EditorChoices;
  onChange: (body: RichBody) => void;
  /** One part of a text among others: small, and its tools are there while it is written. */
  part?: boolean;
};

/** An editor of rich text with its tools. What it holds is told as a text from the closed list. */
export function RichTextEditor({
  id,
  labelledBy,
  describedBy,
  invalid,
  begun,
  choices,
  onChange,
  part,
}: Props) {
  const t = useTranslations("announcements.editor");
  const { lang, speakers } = choices;
  const [active, setActive] = useState(!part);
  const [extensions] = useState(() => {
    const shown = shownWith(choices);
    const reused = (boilerplateId: string, version: number) => {
      const found = versionIn(shown.boilerplates, { boilerplateId, version });
      return found
        ? [pick(found.heading, lang).text, pick(found.text, lang).text].filter(Boolean).join(": ")
        : "";
    };
    return editorNodes({ base: shown.base, reused });
  });
  const editor = useEditor({
    extensions,
    // An editor that begins with nothing has nowhere to put the cursor.
    content: begun.content.length > 0 ? begun : { type: "doc", content: [{ type: "paragraph" }] },
    immediatelyRender: false,
    // Its own style element would need a nonce; the rules it has are on the element below.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": labelledBy,
        lang,
        class: cn(
          "prose whitespace-break-spaces break-words px-4 py-3 outline-none",
          part ? "min-h-12" : "min-h-72",
        ),
      },
    },
    onUpdate: ({ editor }) => onChange(fromEditor(editor.getJSON() as EditorNode)),
  });
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          ...(editor.options.editorProps.attributes as Record<string, string>),
          "aria-describedby": describedBy ?? "",
          "aria-invalid": invalid ? "true" : "false",
        },
      },
    });
  }, [editor, describedBy, invalid]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; it only knows whether one is inside.
    <div
      onFocus={part ? () => setActive(true) : undefined}
      // Focus that goes nowhere, as after a click on a button in some browsers, has not left.
      onBlur={({ currentTarget, relatedTarget }) =>
        part && relatedTarget && !currentTarget.contains(relatedTarget) && setActive(false)
      }
      className="min-w-0 border border-edge bg-surface focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
    >
      {editor && active && (
        <>
          <EditorToolbar editor={editor} label={t("toolbar")} choices={choices} />
          <QuotePanel editor={editor} speakers={speakers} />
          <BlockPanel editor={editor} choices={choices} />
        </>
      )}
      {!editor && <div className={part ? "h-12" : "h-11"} />}
      <EditorContent editor={editor} className={cn(part ? "min-h-12" : "min-h-72", looks)} />
    </div>
  );
}

/** How blocks look while they are written: who is quoted, whose facts these are, what is selected. */
const looks = [
  "[&_blockquote]:after:mt-1 [&_blockquote]:after:block [&_blockquote]:after:font-sans [&_blockquote]:after:text-muted [&_blockquote]:after:text-sm [&_blockquote]:after:content-[attr(data-by)]",
  "[&_[data-facts]]:border-accent [&_[data-facts]]:border-t-2 [&_[data-facts]]:bg-sunken [&_[data-facts]]:p-3 [&_[data-facts]]:before:block [&_[data-facts]]:before:font-semibold [&_[data-facts]]:before:content-[attr(data-title)]",
  "[&_[data-block]]:border [&_[data-block]]:border-rule [&_[data-block]]:bg-sunken [&_[data-block]]:p-3 [&_[data-block]]:font-sans [&_[data-block]]:text-sm",
  "focus-within:[&_.ProseMirror-selectednode]:outline-2 focus-within:[&_.ProseMirror-selectednode]:outline-accent",
].join(" ");

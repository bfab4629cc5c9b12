"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Film,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Paperclip,
  Quote,
  Redo2,
  Repeat2,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "../ui/cn";
import type { EditorChoices } from "./editor-choices";
import { type Insertable, InsertPanel, insertables } from "./insert-panel";
import { LinkPanel } from "./link-panel";

type Tool = {
  name: "heading2" | "heading3" | "bold" | "italic" | "bulletList" | "orderedList" | "quote";
  icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  press: (editor: Editor) => void;
};

/** Back in the text at once, so that what is typed next lands in it. */
function at(editor: Editor) {
  editor.view.focus();
  return editor.chain();
}

const tools: Tool[] = [
  {
    name: "heading2",
    icon: Heading2,
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    press: (editor) => at(editor).toggleHeading({ level: 2 }).run(),
  },
  {
    name: "heading3",
    icon: Heading3,
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    press: (editor) => at(editor).toggleHeading({ level: 3 }).run(),
  },
  {
    name: "bold",
    icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    press: (editor) => at(editor).toggleBold().run(),
  },
  {
    name: "italic",
    icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    press: (editor) => at(editor).toggleItalic().run(),
  },
  {
    name: "bulletList",
    icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    press: (editor) => at(editor).toggleBulletList().run(),
  },
  {
    name: "orderedList",
    icon: ListOrdered,
    isOn: (editor) => editor.isActive("orderedList"),
    press: (editor) => at(editor).toggleOrderedList().run(),
  },
  {
    name: "quote",
    icon: Quote,
    isOn: (editor) => editor.isActive("blockquote"),
    press: (editor) => at(editor).toggleWrap("blockquote").run(),
  },
];

const inserts: Record<Insertable, LucideIcon> = {
  image: ImagePlus,
  file: Paperclip,
  video: Film,
  factBox: ListChecks,
  boilerplate: Repeat2,
};

type Props = { editor: Editor; label: string; choices: EditorChoices };

/** What can be made of the words where the cursor stands. */
export function EditorToolbar({ editor, label, choices }: Props) {
  const t = useTranslations("announcements.editor.tools");
  const insert = useTranslations("announcements.editor.insert");
  const [open, setOpen] = useState<"link" | Insertable>();
  const toggle = (one: "link" | Insertable) => setOpen(open === one ? undefined : one);
  // What was asked for takes its time: by then another panel may be open, which stays.
  const close = (one: "link" | Insertable) => setOpen((now) => (now === one ? undefined : now));
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      on: tools.filter((tool) => tool.isOn(editor)).map((tool) => tool.name),
      link: editor.isActive("link"),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  });
  return (
    <>
      <fieldset aria-label={label} className="flex flex-wrap gap-0.5 border-rule border-b p-1">
        {tools.map(({ name, icon, press }) => (
          <ToolButton
            key={name}
            icon={icon}
            label={t(name)}
            pressed={state.on.includes(name)}
            onPress={() => press(editor)}
          />
        ))}
        <ToolButton
          icon={Link2}
          label={t("link")}
          pressed={state.link}
          expanded={open === "link"}
          onPress={() => toggle("link")}
        />
        {insertables.map((kind) => (
          <ToolButton
            key={kind}
            icon={inserts[kind]}
            label={insert(`${kind}.tool`)}
            expanded={open === kind}
            onPress={() => toggle(kind)}
          />
        ))}
        <ToolButton
          icon={Undo2}
          label={t("undo")}
          disabled={!state.canUndo}
          onPress={() => at(editor).undo().run()}
        />
        <ToolButton
          icon={Redo2}
          label={t("redo")}
          disabled={!state.canRedo}
          onPress={() => at(editor).redo().run()}
        />
      </fieldset>
      {open === "link" && <LinkPanel editor={editor} onDone={() => close("link")} />}
      {open && open !== "link" && (
        <InsertPanel key={open} editor={editor} kind={open} choices={choices} onDone={() => close(open)} />
      )}
    </>
  );
}

type ButtonProps = {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  onPress: () => void;
};

function ToolButton({ icon: Icon, label, pressed, expanded, disabled, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
      className={cn(
        "inline-flex size-9 items-center justify-center rounded-sm disabled:opacity-40",
        pressed ? "bg-accent text-accent-contrast" : "hover:bg-sunken",
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}

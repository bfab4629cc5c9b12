"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Block } from "@/domain/announcements/text/rules";
import { pick } from "@/lib/i18n/pick";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { EditorChoices } from "./editor-choices";

export const insertables = ["image", "file", "video", "factBox", "boilerplate"] as const;
export type Insertable = (typeof insertables)[number];

type Props = { editor: Editor; kind: Insertable; choices: EditorChoices; onDone: () => void };

/** What is put into the text after the block where the cursor stands. Stands inside a form: Enter does not send it. */
export function InsertPanel({ editor, kind, choices, onDone }: Props) {
  const t = useTranslations("announcements.editor.insert");
  const id = useId();
  const [chosen, setChosen] = useState(() => (kind === "factBox" ? choices.speakers.day : ""));
  const [failed, setFailed] = useState(false);
  const [pending, setPending] = useState(false);
  const options = optionsOf(kind, choices);
  const put = async () => {
    setPending(true);
    const block = await blockOf(kind, chosen, choices).catch(() => undefined);
    setPending(false);
    if (!block) return setFailed(true);
    insertAfter(editor, block);
    onDone();
  };
  const empty = options !== undefined && options.length === 0 && kind !== "video";
  return (
    <div className="flex flex-wrap items-end gap-2 border-rule border-b bg-sunken p-2">
      <div className="min-w-48 grow space-y-1">
        <label htmlFor={id} className="block font-medium text-xs">
          {t(`${kind}.label`)}
        </label>
        {options ? (
          <Select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t(kind === "video" ? "video.link" : "choose")}</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            id={id}
            type="date"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
        )}
        {empty && <p className="text-muted text-xs">{t(`${kind}.none`)}</p>}
        {failed && (
          <p role="alert" className="text-danger text-sm">
            {t("failed")}
          </p>
        )}
      </div>
      <Button
        size="small"
        disabled={pending || (chosen === "" && kind !== "video")}
        onClick={() => void put()}
      >
        {t(`${kind}.put`)}
      </Button>
    </div>
  );
}

function optionsOf(kind: Insertable, { media, boilerplates }: EditorChoices) {
  if (kind === "factBox") return undefined;
  if (kind === "boilerplate")
    return boilerplates.map(({ boilerplateId, name }) => ({ value: boilerplateId, label: name }));
  return media.filter((one) => one.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
}

async function blockOf(kind: Insertable, chosen: string, choices: EditorChoices): Promise<Block | undefined> {
  const { announcementId, lang, media, boilerplates } = choices;
  const found = media.find((one) => one.id === chosen);
  switch (kind) {
    case "image":
      return (
        found && {
          type: kind,
          attrs: { mediaId: found.id, alt: found.alt[lang] ?? "", credit: found.credit },
        }
      );
    case "file":
      return found && { type: kind, attrs: { mediaId: found.id, label: found.name } };
    case "video":
      return {
        type: kind,
        attrs: {
          mediaId: found?.id ?? null,
          href: "",
          title: found ? pick(found.alt, lang).text || found.name : "",
        },
      };
    case "boilerplate": {
      const text = boilerplates.find((one) => one.boilerplateId === chosen);
      return text && { type: kind, attrs: { boilerplateId: text.boilerplateId, version: text.number } };
    }
    case "factBox":
      return (await choices.draftFactBox({ id: announcementId, asOf: chosen, locale: lang }))?.data;
  }
}

/** After the block of the text in which the cursor stands, and with the cursor on what was put there. */
function insertAfter(editor: Editor, block: Block) {
  const { $from, to } = editor.state.selection;
  const at = $from.depth > 0 ? $from.after(1) : to;
  editor.view.focus();
  editor.chain().insertContentAt(at, block).setNodeSelection(at).run();
}

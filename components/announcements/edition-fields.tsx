"use client";

import { useTranslations } from "next-intl";
import type { EditionText } from "@/domain/announcements/text/rules";
import { SelectField } from "../form/choice-fields";
import { TextArea, TextField } from "../form/text-field";
import type { EditorChoices } from "./editor-choices";

/** What an edition has beside its words, as a form holds it. */
export const fieldsOf = (text: Omit<EditionText, "title" | "lead" | "body"> | undefined) => ({
  dateline: text?.dateline ?? "",
  pressContact: text?.pressContact ?? "",
  authors: text?.authors.join("\n") ?? "",
  cover: text?.cover ?? { mediaId: "", alt: "", credit: "" },
});

/** Place and day, who wrote it, whom the press may ask, the picture it is shown with: of each language its own. */
export function EditionFields({ choices, original }: { choices: EditorChoices; original?: EditionText }) {
  const t = useTranslations("announcements.editor");
  const beside = (words: string | undefined, help: string) => (words ? t("inOriginal", { words }) : help);
  const { lang } = choices;
  const pictures = choices.media
    .filter((one) => one.kind === "image")
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 sm:grid-cols-2">
      <TextField
        name="dateline"
        label={t("dateline")}
        help={beside(original?.dateline, t("datelineHelp"))}
        lang={lang}
        optional
      />
      <TextArea
        name="authors"
        label={t("authors")}
        help={beside(original?.authors.join(", "), t("authorsHelp"))}
        rows={2}
        optional
      />
      <TextArea
        name="pressContact"
        label={t("pressContact")}
        help={beside(original?.pressContact, t("pressContactHelp"))}
        lang={lang}
        rows={3}
        optional
      />
      <fieldset className="space-y-3">
        <legend className="sr-only">{t("cover")}</legend>
        <SelectField
          name="cover.mediaId"
          label={t("cover")}
          help={pictures.length === 0 ? t("insert.image.none") : undefined}
          none={t("noCover")}
          choices={pictures}
          optional
        />
        <TextField
          name="cover.alt"
          label={t("block.field.alt")}
          help={beside(original?.cover?.alt, t("altHelp"))}
          lang={lang}
          optional="unsaid"
        />
        <TextField name="cover.credit" label={t("block.field.credit")} optional />
      </fieldset>
    </div>
  );
}

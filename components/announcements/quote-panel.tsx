"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { printed, type Quoted } from "@/domain/announcements/speaker/rules";
import { pick } from "@/lib/i18n/pick";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

/** Who can be quoted, and the day whose offices count. */
export type Speakers = { people: readonly Quoted[]; day: string };

/** Whose words the quote is in which the cursor stands. A chosen person is printed with the office of the day. */
export function QuotePanel({ editor, speakers }: { editor: Editor; speakers: Speakers }) {
  const t = useTranslations("announcements.editor.quote");
  const locale = useLocale();
  const id = useId();
  const quote = useEditorState({
    editor,
    selector: ({ editor }) => {
      if (!editor.isActive("blockquote")) return null;
      const { personId, speaker, office } = editor.getAttributes("blockquote");
      return {
        personId: String(personId ?? ""),
        speaker: String(speaker ?? ""),
        office: String(office ?? ""),
      };
    },
  });
  if (!quote) return null;
  const change = (attrs: Partial<NonNullable<typeof quote>>) =>
    editor.commands.updateAttributes("blockquote", { ...attrs });
  const choose = (personId: string) =>
    change({ personId, speaker: speakers.people.find((one) => one.id === personId)?.name ?? "" });
  const stay = (event: KeyboardEvent) => {
    if (event.key === "Enter") event.preventDefault();
  };
  const known = quote.personId
    ? printed({ personId: quote.personId, speaker: "", office: "" }, speakers.people, speakers.day)
    : undefined;
  return (
    <fieldset className="grid gap-2 border-rule border-b bg-sunken p-2 sm:grid-cols-3">
      <legend className="sr-only">{t("title")}</legend>
      <div className="space-y-1">
        <label htmlFor={`${id}-person`} className="block font-medium text-xs">
          {t("person")}
        </label>
        <Select id={`${id}-person`} value={quote.personId} onChange={(event) => choose(event.target.value)}>
          <option value="">{t("nobody")}</option>
          {speakers.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      </div>
      {!quote.personId && (
        <div className="space-y-1">
          <label htmlFor={`${id}-speaker`} className="block font-medium text-xs">
            {t("speaker")}
          </label>
          <Input
            id={`${id}-speaker`}
            value={quote.speaker}
            maxLength={300}
            onChange={(event) => change({ speaker: event.target.value })}
            onKeyDown={stay}
          />
        </div>
      )}
      <div className="space-y-1">
        <label htmlFor={`${id}-office`} className="block font-medium text-xs">
          {t("office")}
        </label>
        <Input
          id={`${id}-office`}
          value={quote.office}
          maxLength={300}
          placeholder={known?.title && pick(known.title, locale).text}
          onChange={(event) => change({ office: event.target.value })}
          onKeyDown={stay}
        />
      </div>
      {known && (
        <p className="text-muted text-xs sm:col-span-3">
          {known.name === ""
            ? t("notNameable")
            : known.title
              ? t("asOfDay", { office: pick(known.title, locale).text })
              : t("noOffice")}
        </p>
      )}
    </fieldset>
  );
}

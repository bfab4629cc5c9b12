"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { storedBody } from "@/domain/announcements/text/input";
import type { EditionText } from "@/domain/announcements/text/rules";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { type EditorChoices, shownWith } from "./editor-choices";
import { PictureFigure } from "./rich-blocks";
import { RichText } from "./rich-text";

type Theirs = Omit<EditionText, "body"> & { id: string; number: number; savedByName: string; body: unknown };
type Props = { attached: unknown; locale: Locale; choices: EditorChoices; onTake: (id: string) => void };

/** A save that came too late: their text above, yours stays in the form as it was written. */
export function StaleEdition({ attached, locale, choices, onTake }: Props) {
  const t = useTranslations("announcements.stale");
  const fields = useTranslations("announcements.editor");
  const { theirs } = attached as { theirs?: Theirs };
  if (!theirs) return null;
  const shown = shownWith(choices);
  const { speakers } = choices;
  const beside = [
    { name: fields("dateline"), words: theirs.dateline },
    { name: fields("authors"), words: theirs.authors.join("\n") },
    { name: fields("pressContact"), words: theirs.pressContact },
  ].filter(({ words }) => words !== "");
  return (
    <Notice tone="warning" title={t("title", { number: theirs.number, name: theirs.savedByName })}>
      <p className="mb-3">{t("text")}</p>
      <div lang={locale} className="mb-3 max-h-96 space-y-3 overflow-y-auto break-words bg-surface p-3">
        <p className="font-semibold font-serif text-lg">{theirs.title}</p>
        <p className="whitespace-pre-line">{theirs.lead}</p>
        {theirs.cover && <PictureFigure picture={theirs.cover} shown={shown} lang={locale} />}
        <RichText
          body={storedBody(theirs.body)}
          lang={locale}
          speakers={speakers.people}
          day={speakers.day}
          shown={shown}
        />
        {beside.length > 0 && (
          <dl className="space-y-1">
            {beside.map(({ name, words }) => (
              <div key={name}>
                <dt className="text-muted text-xs">{name}</dt>
                <dd className="whitespace-pre-line">{words}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <Button onClick={() => onTake(theirs.id)}>{t("take")}</Button>
    </Notice>
  );
}

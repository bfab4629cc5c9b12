"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { Locale } from "@/db/enums";
import { WordDifference } from "../statements/word-difference";
import { Badge, type Tone } from "../ui/badge";
import { Checkbox } from "../ui/checkbox";
import type { TranslatedPart } from "./translation-fields";

type Props = {
  /** The words of the part as they are now. */
  words: string;
  lang: Locale;
  part: TranslatedPart | undefined;
  /** What the part is called: the title, the lead, part 3. */
  name: string;
  children: ReactNode;
};

const tones: Record<TranslatedPart["state"], Tone> = {
  fresh: "success",
  stale: "warning",
  missing: "warning",
  orphan: "info",
};

/** A part of the original beside its translation: what it is in it, what changed since, and whether that still is right. */
export function PartSource({ words, lang, part, name, children }: Props) {
  const t = useTranslations("announcements.editor");
  const id = useId();
  return (
    <div className="min-w-0 space-y-2">
      <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
        {name}
        {part && part.state !== "fresh" && <Badge tone={tones[part.state]}>{t(`state.${part.state}`)}</Badge>}
      </p>
      <div lang={lang}>{children}</div>
      {part?.state === "stale" && (
        <>
          {part.was !== undefined && (
            <div className="border-warning border-s-2 bg-sunken p-2 text-sm">
              <p className="mb-1 text-muted text-xs">{t("since")}</p>
              <p lang={lang} className="whitespace-pre-line break-words">
                <WordDifference before={part.was} after={words} locale={lang} />
              </p>
            </div>
          )}
          <div className="flex min-h-6 items-center gap-2 text-sm">
            <Checkbox id={id} name="stillRight" value={part.key} />
            <label htmlFor={id}>{t("stillRight", { name })}</label>
          </div>
        </>
      )}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { storedBody } from "@/domain/announcements/text/input";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Speakers } from "./quote-panel";
import { RichText } from "./rich-text";

type Theirs = { id: string; number: number; savedByName: string; title: string; lead: string; body: unknown };
type Props = { attached: unknown; locale: Locale; speakers: Speakers; onTake: (id: string) => void };

/** A save that came too late: their text above, yours stays in the form as it was written. */
export function StaleEdition({ attached, locale, speakers, onTake }: Props) {
  const t = useTranslations("announcements.stale");
  const { theirs } = attached as { theirs?: Theirs };
  if (!theirs) return null;
  return (
    <Notice tone="warning" title={t("title", { number: theirs.number, name: theirs.savedByName })}>
      <p className="mb-3">{t("text")}</p>
      <div lang={locale} className="mb-3 max-h-96 space-y-3 overflow-y-auto bg-surface p-3">
        <p className="font-semibold font-serif text-lg">{theirs.title}</p>
        <p className="whitespace-pre-line">{theirs.lead}</p>
        <RichText
          body={storedBody(theirs.body)}
          lang={locale}
          speakers={speakers.people}
          day={speakers.day}
        />
      </div>
      <Button onClick={() => onTake(theirs.id)}>{t("take")}</Button>
    </Notice>
  );
}

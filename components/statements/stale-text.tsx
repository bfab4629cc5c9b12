"use client";

import { useTranslations } from "next-intl";
import type { Locale, ParagraphKind } from "@/db/enums";
import { difference } from "@/domain/statements/rules";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { ChangedParagraph } from "./changed-paragraph";

type Paragraph = { id: string; kind: ParagraphKind; text: string };
type Theirs = { id: string; number: number; savedByName: string; paragraphs: Paragraph[] };
type Props = { attached: unknown; yours: Paragraph[]; locale: Locale; onTake: (id: string) => void };

/** A save that came too late: their text against yours, paragraph by paragraph. Yours stays in the form. */
export function StaleText({ attached, yours, locale, onTake }: Props) {
  const t = useTranslations("statements.stale");
  const { theirs } = attached as { theirs: Theirs | undefined };
  if (!theirs) return null;
  const changes = difference(
    theirs.paragraphs,
    yours.map((one, at) => ({ ...one, id: one.id || `new-${at}` })),
  );
  return (
    <Notice tone="warning" title={t("title", { number: theirs.number, name: theirs.savedByName })}>
      <p className="mb-3">{t("text")}</p>
      <div className="mb-3 max-h-96 overflow-y-auto bg-surface p-3">
        {changes
          .filter((change) => change.kind !== "same")
          .map((change) => (
            <ChangedParagraph key={change.id} change={change} locale={locale} />
          ))}
      </div>
      <Button onClick={() => onTake(theirs.id)}>{t("take")}</Button>
    </Notice>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { Conflict } from "@/domain/statements/merge/rules";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { WordDifference } from "../word-difference";
import type { EditedParagraph } from "./rows";

type Props = {
  conflict: Conflict<EditedParagraph>;
  /** Who saved meanwhile. */
  name: string;
  locale: Locale;
  /** Puts one side's paragraph in place; null removes it. */
  onTake: (paragraph: EditedParagraph | null) => void;
};

/** A paragraph that two people changed: what it was, what it is now, and yours; one is taken, or the field edited. */
export function ConflictChoice({ conflict: { base, theirs, mine }, name, locale, onTake }: Props) {
  const t = useTranslations("statements.editor.conflict");
  const kinds = useTranslations("enums.paragraphKind");
  const was = base?.text ?? "";
  const reshaped = theirs && mine && (theirs.kind !== mine.kind || theirs.level !== mine.level);
  const sides = [
    { key: "base", title: t("base"), paragraph: base },
    { key: "theirs", title: t("theirs", { name }), paragraph: theirs },
    { key: "mine", title: t("mine"), paragraph: mine },
  ] as const;
  return (
    <Notice tone="warning" title={t("title")} className="mb-2">
      <div className="grid gap-4 md:grid-cols-3">
        {sides.map(({ key, title, paragraph }) => (
          <div key={key} className="min-w-0">
            <p className="text-muted text-xs">{title}</p>
            {paragraph && reshaped && (
              <p>
                {kinds(paragraph.kind)} {paragraph.level ? ["(a)", "(i)"][paragraph.level - 1] : ""}
              </p>
            )}
            {paragraph ? (
              <p lang={locale} className="whitespace-pre-line break-words font-serif text-base">
                <WordDifference before={was} after={paragraph.text} locale={locale} />
              </p>
            ) : (
              <p className="italic">{key === "base" ? t("notThere") : t("removed")}</p>
            )}
            {key === "theirs" && (
              <Button size="small" className="mt-2" onClick={() => onTake(theirs)}>
                {t("takeTheirs")}
              </Button>
            )}
            {key === "mine" && (
              <Button size="small" className="mt-2" onClick={() => onTake(mine)}>
                {t("takeMine")}
              </Button>
            )}
          </div>
        ))}
      </div>
      <p className="mt-2">{t("edit")}</p>
    </Notice>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/db/enums";
import type { ParagraphChange } from "@/domain/statements/rules";
import { Badge } from "../ui/badge";
import { WordDifference } from "./word-difference";

type Props = {
  change: ParagraphChange<{ text: string }>;
  locale: Locale;
  /** What is to be said of it before the words that say what became of it, and after them. */
  lead?: ReactNode;
  children?: ReactNode;
};

/** What became of one part of a text: what came is underlined, what went is struck out, and a word says so. */
export function ChangedText({ change, locale, lead, children }: Props) {
  const t = useTranslations("statements.change");
  const before = change.kind === "added" ? "" : change.before.text;
  const after = change.kind === "removed" ? "" : change.after.text;
  return (
    <div className="border-rule border-t py-3">
      <p className="mb-1 flex flex-wrap gap-2">
        {lead}
        {change.kind !== "same" && (
          <Badge tone={change.kind === "added" ? "success" : change.kind === "removed" ? "danger" : "info"}>
            {t(change.kind)}
          </Badge>
        )}
        {"moved" in change && change.moved && <Badge>{t("moved")}</Badge>}
        {children}
      </p>
      <p lang={locale} className="measure whitespace-pre-line break-words font-serif">
        <WordDifference before={before} after={after} locale={locale} />
      </p>
    </div>
  );
}

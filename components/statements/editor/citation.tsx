"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { WordDifference } from "../word-difference";

/** A paragraph of an adopted statement that can be cited. */
export type Cited = {
  statementId: string;
  paragraphId: string;
  title: string;
  /** How it is spoken of there, where it has a number. */
  reference: string | null;
  text: string;
};

/** The adopted paragraph a paragraph cites. */
export function cited(
  cites: { statementId: string; paragraphId: string } | undefined,
  citable: readonly Cited[],
): Cited | undefined {
  return citable.find(
    (one) => one.statementId === cites?.statementId && one.paragraphId === cites.paragraphId,
  );
}

type Props = {
  source: Cited | undefined;
  text: string;
  locale: Locale;
  number: number;
  onRemove: () => void;
};

/** Which agreed language a paragraph repeats, and whether it still does. */
export function Citation({ source, text, locale, number, onRemove }: Props) {
  const t = useTranslations("statements.agreed");
  const identical = source?.text === text;
  return (
    <div className="mt-1 border-rule border-s-2 ps-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {source && (
          <Badge tone={identical ? "success" : "warning"}>{t(identical ? "identical" : "drifted")}</Badge>
        )}
        <span className="min-w-0 break-words">{source ? <Source source={source} /> : t("gone")}</span>
        <Button size="small" look="quiet" onClick={onRemove}>
          {t("remove", { number })}
        </Button>
      </p>
      {source && !identical && (
        <p lang={locale} className="whitespace-pre-line break-words font-serif text-base">
          <WordDifference before={source.text} after={text} locale={locale} />
        </p>
      )}
    </div>
  );
}

/** Where agreed language is from. */
export function Source({ source }: { source: Cited }) {
  const t = useTranslations("statements.agreed");
  return source.reference ? t("source", { title: source.title, reference: source.reference }) : source.title;
}

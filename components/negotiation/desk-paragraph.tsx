import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale, ParagraphKind } from "@/db/enums";
import { InlineText } from "../statements/inline-text";

type Props = {
  paragraph: {
    id: string;
    kind: ParagraphKind;
    text: string;
    level?: 1 | 2;
    number: string | null;
    reference: string | null;
  };
  words: string;
  lang: Locale;
  /** Where an amendment to it is proposed, where one can be. */
  propose: string | undefined;
  amendments: ReactNode[];
  /** How many, said before they are opened. */
  comments: number;
  /** The comments and their form. */
  children: ReactNode;
};

const indents = { 0: "", 1: "ps-4", 2: "ps-8" };

/** A paragraph of a text in negotiation, with what is proposed to it, what is said of it, and proposing something. */
export function DeskParagraph({ paragraph, words, lang, propose, amendments, comments, children }: Props) {
  const t = useTranslations("negotiation");
  const { id, kind, text, number, reference } = paragraph;
  const label = reference ? t("desk.proposeOn", { reference }) : t("desk.proposeOnUnnumbered", { words });
  return (
    <div id={`p-${id}`} className="scroll-mt-4 space-y-3 border-rule border-t pt-3">
      <div className={`grid grid-cols-[2.5rem_minmax(0,1fr)] ${indents[paragraph.level ?? 0]}`}>
        <span className="text-muted tabular-nums">{number}</span>
        <p
          lang={lang}
          className={`whitespace-pre-line break-words font-serif ${kind === "heading" ? "font-semibold" : ""}`}
        >
          <InlineText text={text} view="brackets" />
        </p>
      </div>
      {amendments.length > 0 && <div className="space-y-5">{amendments}</div>}
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm">
        {propose && (
          <Link className="link inline-block min-h-6" aria-label={label} href={propose as Route}>
            {t("amendments.propose")}
          </Link>
        )}
        <details className="min-w-0 grow">
          <summary className="link inline-block min-h-6">
            {comments > 0 ? t("comments.count", { count: comments }) : t("comments.say")}
          </summary>
          <div className="mt-3 space-y-4">{children}</div>
        </details>
      </div>
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { AmendmentKind, Locale, ParagraphKind } from "@/db/enums";
import { numbered } from "@/domain/statements/rules";
import { wordChanges } from "@/lib/text/words";
import { Badge } from "../../ui/badge";
import { cn } from "../../ui/cn";
import { InlineText } from "../inline-text";

type Paragraph = { id: string; kind: ParagraphKind; text: string; level?: 1 | 2 };
export type ShownAmendment = {
  id: string;
  number: number;
  kind: AmendmentKind;
  paragraphId: string | null;
  base: { text: string }[];
  proposal: { text?: string; parts?: string[]; title?: string };
  reason: string;
  by: string;
};

type Props = { lang: Locale; paragraphs: Paragraph[]; amendments: ShownAmendment[] };

/** A text with what is proposed of it, each proposal at its paragraph, in words beside the words it would change. */
export function WithAmendments({ lang, paragraphs, amendments }: Props) {
  const t = useTranslations("statements.views");
  const ids = new Set(paragraphs.map(({ id }) => id));
  const loose = amendments.filter(({ paragraphId }) => paragraphId === null || !ids.has(paragraphId));
  return (
    <div className="mx-auto max-w-[48rem] break-words">
      <p className="mb-4 text-muted text-sm">{t("amendments", { count: amendments.length })}</p>
      {loose.map((one) => (
        <Amendment key={one.id} amendment={one} lang={lang} />
      ))}
      {numbered(paragraphs).map(({ id, text, number }) => (
        <div key={id} className="mb-4">
          <div className="grid grid-cols-[2.5rem_minmax(0,66ch)] font-serif text-lg leading-relaxed">
            <span className="text-muted tabular-nums">{number}</span>
            <p lang={lang} className="whitespace-pre-line">
              <InlineText text={text} view="brackets" />
            </p>
          </div>
          {amendments
            .filter(({ paragraphId }) => paragraphId === id)
            .map((one) => (
              <Amendment key={one.id} amendment={one} lang={lang} />
            ))}
        </div>
      ))}
    </div>
  );
}

type AmendmentProps = { amendment: ShownAmendment; lang: Locale; large?: boolean };

/** One proposal: whose it is, the words it would change, and why; large on the screen of a room. */
export function Amendment({ amendment, lang, large = false }: AmendmentProps) {
  const t = useTranslations("statements.views");
  const kinds = useTranslations("enums.amendmentKind");
  const { number, kind, base, proposal, reason, by } = amendment;
  const before = kind === "replace" ? (base[0]?.text ?? "") : "";
  const after = proposal.text ?? proposal.parts?.join("\n\n") ?? proposal.title ?? "";
  return (
    <div
      className={cn("my-2 border-info border-s-4 ps-3", large ? "text-[0.8em] text-ink" : "ms-10 text-sm")}
    >
      <p className="flex flex-wrap items-baseline gap-2">
        <Badge tone="info">{t("amendment", { number })}</Badge>
        <span>
          {by}: {kinds(kind)}
        </span>
      </p>
      {after !== "" && (
        <p lang={lang} className={cn("whitespace-pre-line font-serif", !large && "text-base")}>
          {wordChanges(before, after, lang).map((run, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no identity but their place.
            if (run.kind === "same") return <span key={index}>{run.text}</span>;
            const Run = run.kind === "added" ? "ins" : "del";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <Run key={index} className={run.kind === "added" ? "bg-success-soft" : "bg-danger-soft"}>
                {run.text}
              </Run>
            );
          })}
        </p>
      )}
      <p className="text-muted">{reason}</p>
    </div>
  );
}

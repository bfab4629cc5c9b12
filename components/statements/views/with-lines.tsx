import { useTranslations } from "next-intl";
import type { Locale, ParagraphKind } from "@/db/enums";
import { lineVersion, numberedLines } from "@/domain/statements/lines/rules";
import { numbered } from "@/domain/statements/rules";

type Props = { lang: Locale; paragraphs: { id: string; kind: ParagraphKind; text: string; level?: 1 | 2 }[] };

/** A text with its lines numbered, for saying where something stands; the same on every screen and on paper. */
export function WithLines({ lang, paragraphs }: Props) {
  const t = useTranslations("statements.views");
  const lines = new Map(numberedLines(paragraphs).map((one) => [one.id, one.lines]));
  return (
    <div>
      <p className="mb-4 text-muted text-sm">{t("linesHelp", { version: lineVersion })}</p>
      <div lang={lang} className="space-y-4 text-[0.7rem] leading-relaxed sm:text-sm">
        {numbered(paragraphs).map(({ id, number }) => (
          <p key={id} className="font-mono">
            {lines.get(id)?.map((line, at) => (
              <span key={line.number} className="grid grid-cols-[2.5rem_2.5rem_minmax(0,1fr)]">
                <span aria-hidden className="select-none pe-3 text-end text-muted tabular-nums">
                  {line.number}
                </span>
                <span className="text-muted">{at === 0 && number}</span>
                <span className="whitespace-pre-wrap break-words">{line.text}</span>
              </span>
            ))}
          </p>
        ))}
      </div>
    </div>
  );
}

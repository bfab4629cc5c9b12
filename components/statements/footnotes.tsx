import { useTranslations } from "next-intl";
import { useId } from "react";
import { numberedFootnotes } from "@/domain/statements/inline/rules";
import { InlineNodes } from "./inline-text";

type Props = { paragraphs: readonly { id: string; text: string }[] };

/** The footnotes of a text at its end, each with a way back; nothing where there is none. */
export function Footnotes({ paragraphs }: Props) {
  const t = useTranslations("statements.text");
  const id = useId();
  const notes = numberedFootnotes(paragraphs);
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-8 border-rule border-t pt-4 text-base">
      <h2 id={id} className="sr-only">
        {t("notes")}
      </h2>
      <ol className="space-y-2">
        {notes.map(({ number, nodes }) => (
          <li
            key={number}
            id={`note-${number}`}
            className="grid scroll-mt-4 grid-cols-[2.5rem_minmax(0,1fr)] break-words target:bg-sunken"
          >
            <span className="text-muted tabular-nums">{number}</span>
            <p>
              <InlineNodes nodes={nodes} />{" "}
              <a
                className="link print:hidden"
                href={`#noteref-${number}`}
                aria-label={t("backToText", { number })}
              >
                ↩
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

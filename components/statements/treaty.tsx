import { useTranslations } from "next-intl";
import type { Locale, ParagraphKind } from "@/db/enums";
import { numberedFootnotes, type OptionHolders } from "@/domain/statements/inline/rules";
import { numbered } from "@/domain/statements/rules";
import { cn } from "../ui/cn";
import { Footnotes } from "./footnotes";
import { InlineText, type InlineView } from "./inline-text";

type Note = { key: string; number: number; name: string; text: string };
type Paragraph = {
  id: string;
  kind: ParagraphKind;
  text: string;
  level?: 1 | 2;
  holders?: OptionHolders[];
};
type Props = {
  lang: Locale;
  paragraphs: Paragraph[];
  /** Reservations by the paragraph they name. */
  notes?: Map<string, Note[]>;
  view?: InlineView;
  /** Printed names of organisations by id, for the holders of options. */
  names?: Readonly<Record<string, string>>;
};

/** A statement's text, set like a treaty: numbers hung in the margin, each paragraph with an address of its own. */
export function Treaty({ lang, paragraphs, notes, view, names }: Props) {
  const first = new Map<string, number>();
  for (const { paragraphId, number } of numberedFootnotes(paragraphs))
    if (!first.has(paragraphId)) first.set(paragraphId, number);
  return (
    <div lang={lang} className="mx-auto max-w-[48rem] break-words font-serif text-lg leading-relaxed">
      {numbered(paragraphs).map((paragraph) => (
        <TreatyParagraph
          key={paragraph.id}
          paragraph={paragraph}
          notes={notes?.get(paragraph.id) ?? []}
          inline={{ view, names, firstNote: first.get(paragraph.id) }}
        />
      ))}
      <Footnotes paragraphs={paragraphs} />
    </div>
  );
}

type ParagraphProps = {
  paragraph: Paragraph & { number: string | null; reference: string | null };
  notes: Note[];
  inline: Pick<Props, "view" | "names"> & { firstNote: number | undefined };
};

function TreatyParagraph({ paragraph, notes, inline }: ParagraphProps) {
  const t = useTranslations("statements");
  const { id, kind, text, number, reference, level, holders } = paragraph;
  const anchor = `p-${id}`;
  const words = (
    <>
      <InlineText text={text} holders={holders} {...inline} />
      {notes.map((note) => (
        <sup key={note.key}>
          <a
            href={`#${note.key}`}
            className="link ms-0.5"
            aria-label={t("reservationOf", { name: note.name })}
          >
            {note.number}
          </a>
        </sup>
      ))}
    </>
  );
  if (kind === "heading" || kind === "annex") {
    return (
      <h2 id={anchor} className="mt-10 mb-4 scroll-mt-4 text-center text-xl">
        {kind === "annex" && number && (
          <span className="block text-base text-muted">{t("text.annex", { number })}</span>
        )}
        {words}
      </h2>
    );
  }
  if (kind === "closing") {
    return (
      <p
        id={anchor}
        className="mx-auto mt-10 max-w-[54ch] scroll-mt-4 whitespace-pre-line text-center italic"
      >
        {words}
      </p>
    );
  }
  return (
    <div
      id={anchor}
      className={cn(
        "group mb-4 grid scroll-mt-4 grid-cols-[2.5rem_minmax(0,66ch)] target:bg-sunken",
        level === 1 && "ps-6 sm:ps-10",
        level === 2 && "ps-10 sm:ps-20",
      )}
    >
      <a
        href={`#${anchor}`}
        className="text-muted tabular-nums no-underline hover:text-accent"
        aria-label={reference ? t("paragraphNumber", { number: reference }) : t("paragraphLink")}
      >
        {number ?? (
          <span className="opacity-0 group-hover:opacity-100 group-focus-within:opacity-100">¶</span>
        )}
      </a>
      <p className="whitespace-pre-line">{words}</p>
    </div>
  );
}

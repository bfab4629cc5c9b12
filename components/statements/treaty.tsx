import { useTranslations } from "next-intl";
import type { Locale, ParagraphKind } from "@/db/enums";
import { numbered } from "@/domain/statements/rules";

type Note = { key: string; number: number; name: string; text: string };
type Props = {
  lang: Locale;
  paragraphs: { id: string; kind: ParagraphKind; text: string }[];
  /** Reservations by the paragraph they name. */
  notes?: Map<string, Note[]>;
};

/** A statement's text, set like a treaty: numbers hung in the margin, each paragraph with an address of its own. */
export function Treaty({ lang, paragraphs, notes }: Props) {
  return (
    <div lang={lang} className="mx-auto max-w-[48rem] font-serif text-lg leading-relaxed">
      {numbered(paragraphs).map((paragraph) => (
        <Paragraph key={paragraph.id} paragraph={paragraph} notes={notes?.get(paragraph.id) ?? []} />
      ))}
    </div>
  );
}

type ParagraphProps = {
  paragraph: {
    id: string;
    kind: ParagraphKind;
    text: string;
    number: string | null;
    reference: string | null;
  };
  notes: Note[];
};

function Paragraph({ paragraph, notes }: ParagraphProps) {
  const t = useTranslations("statements");
  const { id, kind, text, number } = paragraph;
  const anchor = `p-${id}`;
  const references = notes.map((note) => (
    <sup key={note.key}>
      <a href={`#${note.key}`} className="link ms-0.5" aria-label={t("reservationOf", { name: note.name })}>
        {note.number}
      </a>
    </sup>
  ));
  if (kind === "heading") {
    return (
      <h2 id={anchor} className="mt-10 mb-4 scroll-mt-4 text-center text-xl">
        {text}
        {references}
      </h2>
    );
  }
  if (kind === "closing") {
    return (
      <p
        id={anchor}
        className="mx-auto mt-10 max-w-[54ch] scroll-mt-4 whitespace-pre-line text-center italic"
      >
        {text}
        {references}
      </p>
    );
  }
  return (
    <div
      id={anchor}
      className="group mb-4 grid scroll-mt-4 grid-cols-[2.5rem_minmax(0,66ch)] target:bg-sunken"
    >
      <a
        href={`#${anchor}`}
        className="text-muted tabular-nums no-underline hover:text-accent"
        aria-label={number ? t("paragraphNumber", { number }) : t("paragraphLink")}
      >
        {number ? (
          `${number}.`
        ) : (
          <span className="opacity-0 group-hover:opacity-100 group-focus-within:opacity-100">¶</span>
        )}
      </a>
      <p className="whitespace-pre-line">
        {text}
        {references}
      </p>
    </div>
  );
}

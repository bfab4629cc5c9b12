import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { type Inline, type OptionHolders, readInline } from "@/domain/statements/inline/rules";

/** `clean` prints a bracket in plain type; `brackets` marks what is not agreed, with whoever holds it. */
export type InlineView = "clean" | "brackets";

type Props = {
  text: string;
  view?: InlineView;
  holders?: readonly OptionHolders[];
  /** Printed names of organisations by id, for the holders of options. */
  names?: Readonly<Record<string, string>>;
  /**
   * The number of the paragraph's first footnote. Without it footnotes are left out, as in a heading of a list, or
   * stand in parentheses where a text is negotiated.
   */
  firstNote?: number;
};

/**
 * The words of a paragraph with their emphasis, links, footnotes and brackets. Everything that shows a statement's text
 * shows it through this. Footnotes stand at the end of the text: see `Footnotes`.
 */
export function InlineText({ text, view = "clean", holders = [], names = {}, firstNote }: Props) {
  const context = { view, holders, names, note: firstNote };
  return <>{readInline(text).nodes.map((node, at) => one(node, at, context))}</>;
}

/** The words of one footnote. */
export function InlineNodes({ nodes }: { nodes: Inline[] }) {
  const context: Context = { view: "clean", holders: [], names: {}, note: undefined };
  return <>{nodes.map((node, at) => one(node, at, context))}</>;
}

type Context = Required<Pick<Props, "view" | "holders" | "names">> & { note: number | undefined };

/** `context.note` is counted up on the way: nodes are met in the order in which they are read. */
function one(node: Inline, at: number, context: Context): ReactNode {
  const inside = (nodes: Inline[]) => nodes.map((child, index) => one(child, index, context));
  if (node.kind === "text") return <Fragment key={at}>{node.text}</Fragment>;
  if (node.kind === "emphasis") return <em key={at}>{inside(node.children)}</em>;
  if (node.kind === "link") {
    return (
      <a key={at} className="link break-words" href={node.href} rel="noopener noreferrer">
        {inside(node.children)}
      </a>
    );
  }
  if (node.kind === "footnote") {
    if (context.note === undefined)
      return context.view === "brackets" ? <small key={at}> ({inside(node.children)})</small> : null;
    const number = context.note++;
    return <NoteReference key={at} number={number} />;
  }
  const options = node.options.map((option, index) => ({
    index,
    words: option.length > 0 ? inside(option) : null,
    by: context.holders
      .filter((one) => one.bracket === node.source && one.option === index)
      .flatMap((one) => one.by)
      .map((id) => context.names[id] ?? "")
      .filter(Boolean),
  }));
  return context.view === "clean" ? (
    <PlainBracket key={at} options={options} />
  ) : (
    <MarkedBracket key={at} options={options} />
  );
}

type Option = { index: number; words: ReactNode; by: string[] };

/** As drafters print it: `[by 2030 / by 2035]`; that there may be no text at all is what the bracket itself says. */
function PlainBracket({ options }: { options: Option[] }) {
  const written = options.filter(({ words }) => words !== null);
  return (
    <>
      [
      {written.map(({ index, words }, at) => (
        <Fragment key={index}>
          {at > 0 && " / "}
          {words}
        </Fragment>
      ))}
      ]
    </>
  );
}

/** Each option apart, with who holds it; that the passage is open is said and not only shown by its colour. */
function MarkedBracket({ options }: { options: Option[] }) {
  const t = useTranslations("statements.text");
  return (
    <span className="border-warning border-b-2 bg-warning-soft [box-decoration-break:clone]">
      <span className="sr-only">{t("notAgreed")} </span>
      <strong aria-hidden>[</strong>
      {options.map(({ index, words, by }, at) => (
        <Fragment key={index}>
          {at > 0 && (
            <>
              <strong aria-hidden> | </strong>
              <span className="sr-only"> {t("or")} </span>
            </>
          )}
          {words ?? <span className="font-sans text-[0.8em] text-muted">{t("noText")}</span>}
          {by.length > 0 && (
            <span className="font-sans text-[0.75em] text-muted">
              {" "}
              ({t("heldBy", { names: by.join(", ") })})
            </span>
          )}
        </Fragment>
      ))}
      <strong aria-hidden>]</strong>
    </span>
  );
}

function NoteReference({ number }: { number: number }) {
  const t = useTranslations("statements.text");
  return (
    <sup id={`noteref-${number}`} className="scroll-mt-4">
      <a className="link ms-0.5" href={`#note-${number}`} aria-label={t("note", { number })}>
        {number}
      </a>
    </sup>
  );
}

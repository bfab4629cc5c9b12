import type { ParagraphKind } from "@/db/enums";
import { carriedHolders } from "@/domain/statements/brackets/rules";
import { type OptionHolders, readInline } from "@/domain/statements/inline/rules";
import type { Conflict } from "@/domain/statements/merge/rules";

/** A paragraph as the editor gets it and gets it back. */
export type EditedParagraph = {
  id: string;
  kind: ParagraphKind;
  text: string;
  level?: 1 | 2;
  holders?: OptionHolders[];
  cites?: { statementId: string; paragraphId: string };
  source?: string;
  splitFrom?: string;
};

/** A paragraph in the editor: what is sent, a key that stays while it is moved, and what is to be decided about it. */
export type Row = EditedParagraph & {
  key: string;
  absorbed: string[];
  noEffect?: boolean;
  stillRight?: boolean;
  conflict?: Conflict<EditedParagraph>;
};

let made = 0;

/** A row for a paragraph. */
export function toRow(paragraph: EditedParagraph & Partial<Row>): Row {
  return { ...paragraph, absorbed: paragraph.absorbed ?? [], key: paragraph.id || `new-${made++}` };
}

/** What is done to a row in the editor. */
export type Deed =
  | { kind: "change"; part: Partial<Row> }
  | { kind: "move"; by: -1 | 1 }
  | { kind: "insert" }
  | { kind: "merge" }
  | { kind: "remove" }
  | { kind: "split"; at: number }
  | { kind: "bracket"; from: number; to: number }
  /** Takes one side of a conflict; null is the side that removed it. */
  | { kind: "take"; paragraph: EditedParagraph | null };

/** The rows after a deed, and the row to go on with; nothing where the deed cannot be done. */
export function done(
  rows: readonly Row[],
  key: string,
  deed: Deed,
): { rows: Row[]; goTo?: string } | undefined {
  const without = () => rows.filter((row) => row.key !== key);
  if (deed.kind === "change") return { rows: changed(rows, key, deed.part) };
  if (deed.kind === "move") return { rows: moved(rows, key, deed.by), goTo: key };
  if (deed.kind === "insert") return { rows: insertedAfter(rows, key) };
  if (deed.kind === "merge") return { rows: mergedWithNext(rows, key), goTo: key };
  if (deed.kind === "remove") return { rows: without() };
  if (deed.kind === "take") {
    const { paragraph } = deed;
    const nothing = { level: undefined, holders: undefined, cites: undefined, conflict: undefined };
    return { rows: paragraph ? changed(rows, key, { ...nothing, ...paragraph }) : without() };
  }
  if (deed.kind === "bracket") {
    const text = bracketed(rows.find((row) => row.key === key)?.text ?? "", deed.from, deed.to);
    return { rows: changed(rows, key, { text }), goTo: key };
  }
  const parts = split(rows, key, deed.at);
  return parts && { rows: parts, goTo: parts[parts.findIndex((row) => row.key === key) + 1]?.key };
}

/** The rows with one of them changed. Who holds what goes along with the words. */
export function changed(rows: readonly Row[], key: string, part: Partial<Row>): Row[] {
  return rows.map((row) => {
    if (row.key !== key) return row;
    if (part.text === undefined || "holders" in part || !row.holders) return { ...row, ...part };
    return { ...row, ...part, holders: carriedHolders(row.text, part.text, row.holders) };
  });
}

/** The rows with a new, empty one behind a row. */
export function insertedAfter(rows: readonly Row[], key: string): Row[] {
  return rows.flatMap((row) =>
    row.key === key ? [row, toRow({ id: "", kind: row.kind, level: row.level, text: "" })] : [row],
  );
}

/** The rows with one moved up (-1) or down (1). */
export function moved(rows: readonly Row[], key: string, by: -1 | 1): Row[] {
  const index = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[index], rows[index + by]];
  if (!row || !other) return [...rows];
  return rows.map((one) => (one === row ? other : one === other ? row : one));
}

/**
 * The rows with one split at a place in its words, or nothing where there is nothing to split: at either end, or inside
 * of a bracket. The new part says what it is a part of.
 */
export function split(rows: readonly Row[], key: string, at: number): Row[] | undefined {
  const row = rows.find((one) => one.key === key);
  const [first, second] = [row?.text.slice(0, at).trimEnd(), row?.text.slice(at).trimStart()];
  if (!row || !first || !second) return undefined;
  if ([first, second].some((part) => readInline(part).problems.length > readInline(row.text).problems.length))
    return undefined;
  const { kind, level, holders, id, splitFrom } = row;
  const part = toRow({ id: "", kind, level, holders, text: second, splitFrom: id || splitFrom });
  return rows.flatMap((one) => (one === row ? [{ ...row, text: first }, part] : [one]));
}

/** The rows with one and the next made one, which says what it took in. */
export function mergedWithNext(rows: readonly Row[], key: string): Row[] {
  const index = rows.findIndex((row) => row.key === key);
  const [row, next] = [rows[index], rows[index + 1]];
  if (!row || !next) return [...rows];
  const id = row.id || next.id;
  const one: Row = {
    ...row,
    id,
    text: [row.text, next.text].filter(Boolean).join(" "),
    holders: [...(row.holders ?? []), ...(next.holders ?? [])],
    cites: row.cites ?? next.cites,
    absorbed: [...row.absorbed, next.id, ...next.absorbed].filter((taken) => taken && taken !== id),
  };
  return [...rows.slice(0, index), one, ...rows.slice(index + 2)];
}

/** The words with a part of them put in brackets; with nothing selected, all of them. */
export function bracketed(text: string, from: number, to: number): string {
  const [begin, end] = from === to ? [0, text.length] : [from, to];
  return `${text.slice(0, begin)}[${text.slice(begin, end)}]${text.slice(end)}`;
}

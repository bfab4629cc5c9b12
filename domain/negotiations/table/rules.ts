import { bracketsOf } from "@/domain/statements/inline/rules";

type Holder = { bracket: string; option: number; by: string[] };
type Paragraph = { id: string; text: string; holders?: Holder[] };
type Amendment = {
  id: string;
  number: number;
  kind: string;
  paragraphId: string | null;
  organisationId: string;
  sponsors: { id: string }[];
};
type Comment = {
  id: string;
  paragraphId: string | null;
  amendmentId: string | null;
  organisationId: string | null;
};

/** What a party has at a paragraph. */
export type Cell<A, C> = {
  proposes: A[];
  sponsors: A[];
  /** The words it holds in brackets; empty words are "no text". */
  holds: string[];
  says: C[];
};

/** A row: a paragraph, the title, the beginning of the text, or a paragraph that is gone. */
export type Row<A, C> = {
  key: string;
  paragraphId: string | null;
  kind: "title" | "beginning" | "paragraph" | "gone";
  cells: Map<string | null, Cell<A, C>>;
};

/**
 * The negotiation as a table: the title, what comes before the first paragraph, the paragraphs, and those that are gone
 * and still spoken of; in each row what each party has there. `null` is the secretariat. Rows of title, beginning and
 * gone stand only where something is in them.
 */
export function tableOf<A extends Amendment, C extends Comment>(
  paragraphs: readonly Paragraph[],
  amendments: readonly A[],
  comments: readonly C[],
): Row<A, C>[] {
  const rows = new Map<string, Row<A, C>>();
  const there = new Set(paragraphs.map(({ id }) => id));
  const rowOf = (kind: Row<A, C>["kind"], paragraphId: string | null) => {
    const key = paragraphId ?? kind;
    const row = rows.get(key) ?? { key, paragraphId, kind, cells: new Map() };
    rows.set(key, row);
    return row;
  };
  const place = ({ kind, paragraphId }: { kind?: string; paragraphId: string | null }) => {
    if (kind === "retitle") return rowOf("title", null);
    if (paragraphId === null) return rowOf("beginning", null);
    return rowOf(there.has(paragraphId) ? "paragraph" : "gone", paragraphId);
  };
  const cellOf = (row: Row<A, C>, party: string | null) => {
    const cell = row.cells.get(party) ?? { proposes: [], sponsors: [], holds: [], says: [] };
    row.cells.set(party, cell);
    return cell;
  };
  const about = new Map(amendments.map((one) => [one.id, one]));
  for (const paragraph of paragraphs) {
    const row = rowOf("paragraph", paragraph.id);
    const options = new Map(bracketsOf(paragraph.text).map((one) => [one.source, one.options]));
    for (const { bracket, option, by } of paragraph.holders ?? []) {
      const words = options.get(bracket)?.[option];
      if (words !== undefined) for (const party of by) cellOf(row, party).holds.push(words);
    }
  }
  for (const one of amendments) {
    cellOf(place(one), one.organisationId).proposes.push(one);
    for (const sponsor of one.sponsors) cellOf(place(one), sponsor.id).sponsors.push(one);
  }
  for (const one of comments) {
    const amendment = one.amendmentId ? about.get(one.amendmentId) : undefined;
    cellOf(place(amendment ?? one), one.organisationId).says.push(one);
  }
  const order = { title: 0, beginning: 1, paragraph: 2, gone: 3 };
  return [...rows.values()].toSorted((a, b) => order[a.kind] - order[b.kind]);
}

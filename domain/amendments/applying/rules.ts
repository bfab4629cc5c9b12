import { bracketsOf } from "@/domain/statements/inline/rules";
import type { Amended, Para, Text } from "../rules";

/** What was done to whole paragraphs, as a revision says it. */
export type Operation =
  | { kind: "split"; paragraphId: string; into: string[] }
  | { kind: "merge"; paragraphIds: string[]; into: string };

type Held = Para & { holders?: { bracket: string; option: number; by: string[] }[] };
export type Applied<P extends Para> = { title: string; paragraphs: P[]; operations: Operation[] };

/**
 * The text with an amendment taken up. It must fit (`misfitOf`). A split or merged paragraph keeps its id for the first
 * part and for the whole; `newId` names what is new.
 */
export function applied<P extends Held>(text: Text<P>, amendment: Amended, newId: () => string): Applied<P> {
  const { kind, paragraphId, base, proposal } = amendment;
  const { title } = text;
  const paragraphs = [...text.paragraphs];
  const at = paragraphs.findIndex((one) => one.id === paragraphId);
  const own = paragraphs[at];
  const operations: Operation[] = [];
  if (kind === "retitle") return { title: proposal.title ?? title, paragraphs, operations };
  if (kind === "insert_after") {
    const inserted = {
      id: newId(),
      kind: proposal.kind ?? "operative",
      text: proposal.text ?? "",
      ...(proposal.level ? { level: proposal.level } : {}),
    } as P;
    paragraphs.splice(at + 1, 0, inserted);
    return { title, paragraphs, operations };
  }
  if (!own) return { title, paragraphs, operations };
  if (kind === "replace") paragraphs.splice(at, 1, reworded(own, proposal.text ?? ""));
  if (kind === "delete") paragraphs.splice(at, 1);
  if (kind === "move") {
    paragraphs.splice(at, 1);
    paragraphs.splice(paragraphs.findIndex((one) => one.id === proposal.afterId) + 1, 0, own);
  }
  if (kind === "split") {
    const [first = "", ...rest] = proposal.parts ?? [];
    const parts = rest.map((part) => ({ ...bare(own), id: newId(), text: part }));
    paragraphs.splice(at, 1, reworded(own, first), ...parts);
    operations.push({ kind, paragraphId: own.id, into: [own.id, ...parts.map(({ id }) => id)] });
  }
  if (kind === "merge") {
    paragraphs.splice(at, base.length, reworded(own, proposal.text ?? ""));
    operations.push({ kind, paragraphIds: base.map(({ id }) => id), into: own.id });
  }
  return { title, paragraphs, operations };
}

/** A paragraph with other words; who held an option of a bracket that is gone holds nothing any more. */
export function reworded<P extends Held>(paragraph: P, text: string): P {
  const { holders, ...rest } = paragraph;
  const sources = bracketsOf(text).map(({ source }) => source);
  const held = holders?.filter(({ bracket }) => sources.includes(bracket));
  return { ...rest, text, ...(held?.length ? { holders: held } : {}) } as P;
}

/** A paragraph without what was said of its words: those of a part are not those of the whole. */
function bare<P extends Held>({ kind, level }: P): P {
  return { kind, ...(level ? { level } : {}) } as P;
}

/** What is written where several amendments are settled by one text. */
export type Consolidated = {
  title?: string;
  /** The paragraphs they are about, with their new words; empty words delete. */
  paragraphs: { id: string; text: string }[];
  /** What is new, for each amendment that would put something in; empty words are nothing. */
  inserts: { of: string; text: string }[];
  /** Where the paragraphs go that one of them would move. */
  moves: { id: string; to: Place }[];
};

/** Where a moved paragraph goes: it stays, to the beginning, or behind a paragraph. */
export type Place = "stay" | "start" | string;

/** The places that several amendments touch, to be written anew: the words as they are, and where they would put new ones. */
export function placesOf<P extends Para, A extends Amended>(text: Text<P>, amendments: readonly A[]) {
  const about = new Set(
    amendments
      .filter(({ kind }) => kind !== "insert_after" && kind !== "retitle")
      .flatMap(({ paragraphId, base }) => [paragraphId, ...base.map(({ id }) => id)]),
  );
  const there = (id: string | null) => id === null || text.paragraphs.some((one) => one.id === id);
  return {
    retitled: amendments.some(({ kind }) => kind === "retitle"),
    paragraphs: text.paragraphs.filter(({ id }) => about.has(id)),
    inserts: amendments
      .filter(({ paragraphId }) => there(paragraphId))
      .flatMap((of) => newWords(of).map((words) => ({ of, text: words }))),
    moved: text.paragraphs.filter(({ id }) =>
      amendments.some((one) => one.kind === "move" && one.paragraphId === id),
    ),
  };
}

/** The words of the paragraphs an amendment would add. */
function newWords({ kind, proposal }: Amended): string[] {
  if (kind === "insert_after") return [proposal.text ?? ""];
  return kind === "split" ? (proposal.parts ?? []).slice(1) : [];
}

/**
 * The text with a consolidated one written in: the words of the places a group touches, and what those that are settled
 * would put in or move. Nothing else changes.
 */
export function consolidated<P extends Held, A extends Amended & { id: string }>(
  text: Text<P>,
  { group, settled }: { group: readonly A[]; settled: readonly A[] },
  written: Consolidated,
  newId: () => string,
): Applied<P> {
  const places = placesOf(text, group);
  const moved = placesOf(text, settled).moved.map(({ id }) => id);
  const words = new Map(written.paragraphs.map((one) => [one.id, one.text]));
  const open = new Set(places.paragraphs.map(({ id }) => id));
  const fresh = (afterId: string | null, like: P | undefined): P[] =>
    settled
      .filter((one) => one.paragraphId === afterId && newWords(one).length > 0)
      .flatMap((one) => {
        const { kind = like?.kind ?? "operative", level = like?.level } = one.proposal;
        const own = written.inserts.filter((insert) => insert.of === one.id && insert.text !== "");
        return own.map((insert) => {
          return { id: newId(), kind, text: insert.text, ...(level ? { level } : {}) } as P;
        });
      });
  const paragraphs = text.paragraphs.flatMap((one) => {
    const said = open.has(one.id) ? (words.get(one.id) ?? one.text) : one.text;
    const kept = said === "" ? [] : [said === one.text ? one : reworded(one, said)];
    return [...kept, ...fresh(one.id, one)];
  });
  return {
    title: places.retitled ? written.title || text.title : text.title,
    paragraphs: placed(
      [...fresh(null, undefined), ...paragraphs],
      written.moves.filter(({ id }) => moved.includes(id)),
    ),
    operations: [],
  };
}

/** The paragraphs with some of them in other places; a place behind one that is not there is none. */
function placed<P extends Para>(paragraphs: P[], moves: Consolidated["moves"]): P[] {
  return moves.reduce((all, { id, to }) => {
    const own = all.find((one) => one.id === id);
    const rest = all.filter((one) => one.id !== id);
    const behind = rest.findIndex((one) => one.id === to);
    if (!own || to === "stay" || (to !== "start" && behind < 0)) return all;
    return [...rest.slice(0, behind + 1), own, ...rest.slice(behind + 1)];
  }, paragraphs);
}

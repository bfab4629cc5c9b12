import type { ParagraphKind } from "@/db/enums";
import type { OptionHolders } from "../inline/rules";
import { longestRise } from "../rules";

/** A paragraph with everything two people may have changed in it. */
export type Mergeable = {
  id: string;
  kind: ParagraphKind;
  text: string;
  level?: 1 | 2;
  holders?: OptionHolders[];
  cites?: { statementId: string; paragraphId: string };
  source?: string;
};

export type MergeText<P extends Mergeable = Mergeable> = { title: string; paragraphs: readonly P[] };

/** A paragraph that both changed differently, or that one changed and the other removed (`null`: not there). */
export type Conflict<P extends Mergeable = Mergeable> = {
  paragraphId: string;
  base: P | null;
  theirs: P | null;
  mine: P | null;
};

export type Merged<P extends Mergeable = Mergeable> = {
  merged: { title: string; paragraphs: P[] };
  conflicts: Conflict<P>[];
  titleConflict: { base: string; theirs: string; mine: string } | null;
};

/**
 * Two texts made of the same one, put together. What only one of them did is done; what both did alike is done once;
 * insertions of both stay, theirs first; what cannot be both is a conflict, for which `merged` holds theirs, or mine
 * where theirs is gone. Nothing that was written is in neither.
 */
export function merge<P extends Mergeable>(
  base: MergeText<P>,
  theirs: MergeText<P>,
  mine: MergeText<P>,
): Merged<P> {
  const [was, their, my] = [base, theirs, mine].map(byId) as [Map<string, P>, Map<string, P>, Map<string, P>];
  const kept = new Map<string, P>();
  const conflicts: Conflict<P>[] = [];
  for (const id of new Set([...their.keys(), ...my.keys()])) {
    const sides = { base: was.get(id) ?? null, theirs: their.get(id) ?? null, mine: my.get(id) ?? null };
    const { paragraph, conflict } = mergedParagraph(sides);
    if (paragraph) kept.set(id, paragraph);
    if (conflict) conflicts.push({ paragraphId: id, ...sides });
  }
  const paragraphs = mergedOrder(base.paragraphs, theirs.paragraphs, mine.paragraphs, kept).flatMap(
    (id) => kept.get(id) ?? [],
  );
  const title = chosen(base.title, theirs.title, mine.title);
  return {
    merged: { title: title.value, paragraphs },
    conflicts,
    titleConflict: title.conflict ? { base: base.title, theirs: theirs.title, mine: mine.title } : null,
  };
}

const byId = <P extends Mergeable>({ paragraphs }: MergeText<P>) =>
  new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));

type Sides<P> = { base: P | null; theirs: P | null; mine: P | null };

function mergedParagraph<P extends Mergeable>({
  base,
  theirs,
  mine,
}: Sides<P>): {
  paragraph: P | null;
  conflict: boolean;
} {
  if (theirs && mine) return mergedFields(base, theirs, mine);
  const left = theirs ?? mine;
  if (!base || !left) return { paragraph: left, conflict: false };
  return same(left, base) ? { paragraph: null, conflict: false } : { paragraph: left, conflict: true };
}

/** The parts of a paragraph that are changed apart from each other; a kind and its level are one choice. */
const parts = {
  text: ({ text }: Mergeable) => ({ text }),
  kind: ({ kind, level }: Mergeable) => ({ kind, level }),
  holders: ({ holders }: Mergeable) => ({ holders }),
  cites: ({ cites }: Mergeable) => ({ cites }),
};

function mergedFields<P extends Mergeable>(base: P | null, theirs: P, mine: P) {
  let conflict = false;
  const taken = Object.values(parts).map((part) => {
    const one = chosen(base && part(base), part(theirs), part(mine));
    conflict ||= one.conflict;
    return one.value;
  });
  // What a paragraph was translated of is told anew by whoever saves: the later word stands.
  const source = mine.source === base?.source ? theirs.source : mine.source;
  return { paragraph: defined<P>({ ...theirs, ...Object.assign({}, ...taken), source }), conflict };
}

/** The changed one of two values, or theirs where both changed differently. */
function chosen<T>(base: T, theirs: T, mine: T): { value: T; conflict: boolean } {
  if (same(theirs, mine) || same(mine, base)) return { value: theirs, conflict: false };
  return same(theirs, base) ? { value: mine, conflict: false } : { value: theirs, conflict: true };
}

/** Whether two paragraphs, or parts of them, say the same. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** As JSON, with what is not said left out and names in order, so that no accident of writing makes a difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([name, held]) => !(name === "holders" && Array.isArray(held) && held.length === 0))
            .toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}

const defined = <P>(value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as P;

/**
 * The order of what stays: theirs, in which everything that mine inserted or moved stands behind what it stands behind
 * in mine, after whatever theirs inserted there.
 */
function mergedOrder(
  base: readonly { id: string }[],
  theirs: readonly { id: string }[],
  mine: readonly { id: string }[],
  kept: ReadonlyMap<string, unknown>,
): string[] {
  const place = new Map(base.map(({ id }, index) => [id, index]));
  const here = mine.filter(({ id }) => kept.has(id)).map(({ id }) => id);
  const inTheirs = new Set(theirs.map(({ id }) => id));
  const steady = new Set(longestRise(here.flatMap((id) => place.get(id) ?? [])));
  // A paragraph that theirs removed and mine changed has no place in theirs: it takes the one it has in mine.
  const stays = (id: string) => inTheirs.has(id) && steady.has(place.get(id) ?? -1);
  const mineIds = new Set(here);
  const foreign = (id: string) => !place.has(id) && !mineIds.has(id);
  const list = new Chain(
    theirs.map(({ id }) => id).filter((id) => kept.has(id) && (stays(id) || !mineIds.has(id))),
  );
  let before = "";
  for (const id of here) {
    if (!stays(id)) list.insert(id, before, foreign);
    before = id;
  }
  return list.all();
}

/** A list into which is inserted without walking it. "" is what stands before the first. */
class Chain {
  private readonly next = new Map<string, string>();

  constructor(ids: readonly string[]) {
    let before = "";
    for (const id of ids) {
      this.next.set(before, id);
      before = id;
    }
  }

  /** Puts an id behind another, and behind whatever stands there that is to be passed over. */
  insert(id: string, behind: string, passOver: (id: string) => boolean) {
    let at = behind;
    for (let next = this.next.get(at); next !== undefined && passOver(next); next = this.next.get(at))
      at = next;
    const after = this.next.get(at);
    this.next.set(at, id);
    if (after !== undefined) this.next.set(id, after);
  }

  all(): string[] {
    const ids: string[] = [];
    for (let id = this.next.get(""); id !== undefined; id = this.next.get(id)) ids.push(id);
    return ids;
  }
}

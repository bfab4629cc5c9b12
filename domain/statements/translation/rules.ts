/** An authentic revision, as far as translations are concerned. */
export type Authentic = {
  id: string;
  number: number;
  paragraphs: readonly { id: string; text: string }[];
  /** Paragraphs whose change, from the revision before, has no effect on translations. */
  noEffectOn: readonly string[];
};

export type Translation = {
  translationOfId: string | null;
  paragraphs: readonly { id: string; text: string; source?: string }[];
};

export type StaleParagraph = { id: string; why: "missing" | "changed" | "removed" };

/**
 * The paragraphs of a translation that want attention: those it lacks, those whose authentic words differ between the
 * revision they were last made of and the present one, and those the authentic text no longer has. A change that was
 * said to have no effect on translations makes no difference. `history` holds the authentic revisions that translations
 * name, and those with such changes together with the ones before them. Pages, files and obstacles all ask this.
 */
export function staleParagraphs(
  translation: Translation,
  current: Authentic,
  history: readonly Authentic[],
): StaleParagraph[] {
  const revisions = new Map([...history, current].map((revision) => [revision.id, revision]));
  const words = new Map<string, Map<string, string>>();
  for (const { id, paragraphs } of revisions.values())
    words.set(id, new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.text])));
  const alike = equalWords([...revisions.values()], words);
  const translated = new Map(translation.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const there = new Set(current.paragraphs.map(({ id }) => id));
  const stale = current.paragraphs.flatMap(({ id, text }): StaleParagraph[] => {
    const own = translated.get(id);
    if (!own || own.text === "") return [{ id, why: "missing" }];
    const was = words.get(own.source ?? translation.translationOfId ?? "")?.get(id);
    return was !== undefined && alike(id, was) === alike(id, text) ? [] : [{ id, why: "changed" }];
  });
  const removed = translation.paragraphs.filter(({ id, text }) => text !== "" && !there.has(id));
  return [...stale, ...removed.map(({ id }): StaleParagraph => ({ id, why: "removed" }))];
}

/** For the words of a paragraph, words that stand for all that mean the same to a translation. */
function equalWords(
  revisions: readonly Authentic[],
  words: ReadonlyMap<string, ReadonlyMap<string, string>>,
) {
  const byNumber = new Map(revisions.map((revision) => [revision.number, revision]));
  const leads = new Map<string, string>();
  const key = (id: string, text: string) => JSON.stringify([id, text]);
  const find = (one: string): string => {
    let at = one;
    for (let next = leads.get(at); next !== undefined; next = leads.get(at)) at = next;
    return at;
  };
  for (const revision of revisions) {
    const before = byNumber.get(revision.number - 1);
    for (const id of before ? revision.noEffectOn : []) {
      const from = words.get(before?.id ?? "")?.get(id);
      const to = words.get(revision.id)?.get(id);
      if (from === undefined || to === undefined) continue;
      const [one, other] = [find(key(id, from)), find(key(id, to))];
      if (one !== other) leads.set(one, other);
    }
  }
  return (id: string, text: string) => find(key(id, text));
}

type Placed = { id: string; kind: string; level?: number };

/** Whether a translation has other paragraphs, in another order or of another kind, than the authentic text. */
export function differsInShape(translation: readonly Placed[], current: readonly Placed[]): boolean {
  const shape = (paragraphs: readonly Placed[]) =>
    JSON.stringify(paragraphs.map(({ id, kind, level }) => [id, kind, level ?? 0]));
  return shape(translation) !== shape(current);
}

/**
 * The paragraphs of a translation as they are saved: each names the authentic revision it was made of, which is the one
 * in front of the translator where its words are new or were said to be still right, and otherwise what it was before.
 */
export function withSources<P extends { id: string; text: string; source?: string; stillRight?: boolean }>(
  paragraphs: readonly P[],
  before: Translation | undefined,
  sourceId: string,
): (Omit<P, "stillRight"> & { source: string })[] {
  const was = new Map(before?.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  return paragraphs.map(({ stillRight, ...paragraph }) => {
    const old = was.get(paragraph.id);
    const kept = old && old.text === paragraph.text && !stillRight;
    const source = kept ? (old.source ?? before?.translationOfId ?? sourceId) : sourceId;
    return { ...paragraph, source };
  });
}

/**
 * A translation in the shape of the authentic text: its paragraphs, in its order, of its kinds. What has no original any
 * more falls away.
 */
export function arranged<P extends { id: string; kind: K; level?: 1 | 2 }, K>(
  paragraphs: readonly P[],
  authentic: readonly { id: string; kind: K; level?: 1 | 2 }[],
): P[] {
  const own = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  return authentic.flatMap(({ id, kind, level }) => {
    const paragraph = own.get(id);
    if (!paragraph) return [];
    const { level: _, ...rest } = paragraph;
    return [{ ...rest, kind, ...(level ? { level } : {}) } as P];
  });
}

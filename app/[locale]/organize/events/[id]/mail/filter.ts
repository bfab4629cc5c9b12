import { participantsAsked } from "../participants/filter";

/** The participants a query of the list's address names; the list itself reads it the same way. */
export function participantsOf(query: string) {
  const asked: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = Object.hasOwn(asked, name) ? asked[name] : undefined;
    asked[name] = before === undefined ? value : [before, value].flat();
  }
  return participantsAsked.parse(asked);
}

/** An address's parameters as one query, without those that say nothing of whom: sort, page, and what is named. */
export function queryOf(
  asked: Record<string, string | string[] | undefined>,
  without: readonly string[] = [],
) {
  const dropped = new Set(["sort", "page", ...without]);
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    dropped.has(name) ? [] : [value ?? []].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== "")).toString();
}

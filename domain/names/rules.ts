/** A name as it was given, with what is printed before it. */
type Named = { name: string; courtesyTitle: string };

/**
 * The line that prints somebody: the courtesy title, then the name exactly as given. No letter changes its case and no
 * word its place: `McDonald`, `van der Berg`, `bin Salman` and single names are printed as their bearers write them.
 */
export function nameLine({ courtesyTitle, name }: Named): string {
  return [courtesyTitle, name].filter((part) => part !== "").join(" ");
}

type Sorted = { name: string; familyName: string };

/**
 * What somebody is sorted by: the family name where one was given for that, else the name as given. Nothing is guessed:
 * which word of a name is the family's differs from country to country. A courtesy title never counts.
 */
export function sortKey({ name, familyName }: Sorted): string {
  return familyName === "" ? name : `${familyName} ${name}`;
}

/** The order of a list of people in a language; the same for the same people, however they came in. */
export function byName(locale: string): (a: Sorted, b: Sorted) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(sortKey(a), sortKey(b)) || compare(a.name, b.name) || plain(a.name, b.name);
}

/** Where the language sees no difference, the letters do. */
const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What the list of participants can be ordered by; a `-` before it turns the order round. */
export const sortKeys = ["arrival", "name", "organisation", "class", "state", "changed"] as const;
export type SortKey = (typeof sortKeys)[number];
export type ParticipationSort = SortKey | `-${SortKey}`;
export const sorts = sortKeys.flatMap((key) => [key, `-${key}`] as const);

/** The columns one can choose beside the name, in the order in which they stand. */
export const listColumns = [
  "title",
  "organisation",
  "class",
  "level",
  "state",
  "pool",
  "seat",
  "tags",
  "listed",
  "needs",
  "checkedIn",
  "arrival",
  "changed",
] as const;
export type ListColumn = (typeof listColumns)[number];

/** The columns of a list for which none were chosen. */
export const usualColumns: readonly ListColumn[] = ["title", "organisation", "class", "state", "tags"];

/** How long a tag may be, how many one participation may have, and how many filters somebody keeps for an event. */
export const most = { tag: 40, tags: 20, filters: 50 } as const;

import type { OrganisationKind, Sector } from "@/db/enums";
import { type Region, regionOf } from "@/domain/regions/rules";
import { type Spell, spellOn } from "../rules";

/** In which orders the directory can be. */
export const sorts = ["name", "joined", "-joined"] as const;
export type Sort = (typeof sorts)[number];

/** Whether each kind stands in a list of its own, or all in one. */
export const views = ["apart", "together"] as const;
export type View = (typeof views)[number];

/** Which members are asked for. */
export type Asked = { kind?: OrganisationKind; sector?: Sector; region?: Region };

type Facts = { kind: OrganisationKind; sectors: readonly Sector[]; country: string | null };

/** The members of a kind, a sector, a region. */
export function chosen<M extends Facts>(members: readonly M[], { kind, sector, region }: Asked): M[] {
  return members.filter(
    (member) =>
      (!kind || member.kind === kind) &&
      (!sector || member.sectors.includes(sector)) &&
      (!region || (member.country !== null && regionOf(member.country) === region)),
  );
}

/** Members in the order of their names, or of the day from which they are members without a break. */
export function ordered<M extends { spells: readonly Spell[] }>(
  members: readonly M[],
  sort: Sort,
  { day, byName }: { day: string; byName: (a: M, b: M) => number },
): M[] {
  const since = (member: M) => spellOn(member.spells, day)?.joinedOn ?? "";
  const turn = sort === "-joined" ? -1 : 1;
  return members.toSorted(
    (a, b) => (sort === "name" ? 0 : turn * since(a).localeCompare(since(b))) || byName(a, b),
  );
}

/** What a country of the map or its table is: the member itself, and how many member companies have their seat there. */
export function countriesOf<M extends Facts>(members: readonly M[]) {
  const seats = new Map<string, number>();
  for (const { kind, country } of members) {
    if (kind === "company" && country) seats.set(country, (seats.get(country) ?? 0) + 1);
  }
  return members.flatMap((member) =>
    member.kind === "country" && member.country
      ? [{ ...member, country: member.country, companies: seats.get(member.country) ?? 0 }]
      : [],
  );
}

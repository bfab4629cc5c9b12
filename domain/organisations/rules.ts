import { type Localized, type OrganisationKind, organisationKinds } from "@/db/enums";
import { changedFields } from "@/domain/group/rules";

/** At most two letters that stand where a company has no logo: those of its first two words, `Dalmia Cement` → `DC`. */
export function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, " ")
    .split(/[\s–-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "")].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** Items by the kind of organisation they are about, in the order people are shown the kinds; empty kinds are absent. */
export function byKind<T extends { kind: OrganisationKind }>(items: readonly T[]) {
  return organisationKinds
    .map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }))
    .filter((group) => group.items.length > 0);
}

/** What an organisation was called until a day. */
export type FormerName = { name: Localized; formalName: Localized; untilOn: string };

/**
 * What an organisation was called on a day: the name that ended first after it, else its name of today. On the day of
 * the change it has the new one.
 */
export function nameOn(
  organisation: { name: Localized; formalName: Localized; formerNames: readonly FormerName[] },
  day: string,
): { name: Localized; formalName: Localized } {
  const { name, formalName } =
    organisation.formerNames
      .filter(({ untilOn }) => day < untilOn)
      .toSorted((a, b) => (a.untilOn < b.untilOn ? -1 : 1))[0] ?? organisation;
  return { name, formalName };
}

/** From when until when each former name was in use, the latest first; since when the first was is not known. */
export function namesInOrder<F extends FormerName>(formerNames: readonly F[]) {
  const ordered = formerNames.toSorted((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
  return ordered.map((one, at) => ({ ...one, fromOn: ordered[at - 1]?.untilOn ?? null })).toReversed();
}

export type RenameObstacle = "day_in_the_future" | "named_later" | "name_unchanged";

/** What stands in the way of a new name from a day on: names follow each other in time, and each is another one. */
export function obstaclesToRenaming(
  organisation: { name: Localized; formalName: Localized; formerNames: readonly FormerName[] },
  rename: { name: Localized; formalName: Localized; fromOn: string },
  today: string,
): RenameObstacle[] {
  const { formerNames } = organisation;
  const obstacles: [RenameObstacle, boolean][] = [
    ["day_in_the_future", rename.fromOn > today],
    ["named_later", formerNames.some(({ untilOn }) => rename.fromOn <= untilOn)],
    ["name_unchanged", changedFields(organisation, named(rename)).length === 0],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

const named = ({ name, formalName }: { name: Localized; formalName: Localized }) => ({ name, formalName });

/** Addresses under `/members` that are no organisation's: pages of the house stand there. */
export const isReserved = (slug: string): boolean => ["apply", "export"].includes(slug);

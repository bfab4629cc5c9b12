import { type OrganisationKind, organisationKinds } from "@/db/enums";

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

/** Addresses under `/members` that are no organisation's: pages of the house stand there. */
export const isReserved = (slug: string): boolean => slug === "apply";

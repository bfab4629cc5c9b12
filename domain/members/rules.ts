import type { DatePrecision, OrganisationKind } from "@/db/enums";
import { isPublic, type Publishable } from "@/domain/publication/rules";

/**
 * A spell of membership. It counts from `joinedOn` on, however well that day is known (`by`: it joined on that day or
 * earlier, so it is counted from the first day on which it is known to be a member); the day it left counts no more.
 */
export type Spell = {
  joinedOn: string;
  joinedPrecision: DatePrecision;
  leftOn: string | null;
  leftPrecision: DatePrecision | null;
};

/** An organisation with its spells. */
export type Member = { kind: OrganisationKind; sectors: readonly string[]; spells: readonly Spell[] };

/** The spell that is under way on a day. */
export function spellOn<S extends Pick<Spell, "joinedOn" | "leftOn">>(spells: readonly S[], day: string) {
  return spells.find((spell) => spell.joinedOn <= day && (spell.leftOn === null || day < spell.leftOn));
}

/** Whether an organisation is a member on a day. */
export function isMemberOn(spells: readonly Pick<Spell, "joinedOn" | "leftOn">[], day: string): boolean {
  return spellOn(spells, day) !== undefined;
}

/** Whether two spells share a day; a spell may begin on the day another ended. */
export function overlaps(
  a: Pick<Spell, "joinedOn" | "leftOn">,
  b: Pick<Spell, "joinedOn" | "leftOn">,
): boolean {
  return (b.leftOn === null || a.joinedOn < b.leftOn) && (a.leftOn === null || b.joinedOn < a.leftOn);
}

/** How many members there are of each kind; kinds without any are absent. */
export type Counts = Partial<Record<OrganisationKind, number>>;

/** The members of each kind on a day. */
export function countsOn(members: readonly Pick<Member, "kind" | "spells">[], day: string): Counts {
  const counts: Counts = {};
  for (const { kind, spells } of members) {
    if (isMemberOn(spells, day)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The counts on every day on which a spell began or ended, up to a day. One walk through the spells: it is long. */
export function growth(members: readonly Pick<Member, "kind" | "spells">[], until: string) {
  const changes = new Map<string, Counts>();
  for (const { kind, spells } of members) {
    let before = false;
    for (const day of changingDays(spells, until)) {
      const is = isMemberOn(spells, day);
      const counts = changes.get(day) ?? {};
      counts[kind] = (counts[kind] ?? 0) + Number(is) - Number(before);
      changes.set(day, counts);
      before = is;
    }
  }
  const running: Counts = {};
  return [...changes.keys()].toSorted().map((day) => {
    for (const [kind, change] of Object.entries(changes.get(day) ?? {}) as [OrganisationKind, number][]) {
      running[kind] = (running[kind] ?? 0) + change;
      if (running[kind] === 0) delete running[kind];
    }
    return { day, counts: { ...running } };
  });
}

/** The days on which spells begin or end, up to a day, in order. */
function changingDays(spells: Member["spells"], until: string): string[] {
  const days = spells.flatMap(({ joinedOn, leftOn }) => (leftOn === null ? [joinedOn] : [joinedOn, leftOn]));
  return [...new Set(days)].filter((day) => day <= until).toSorted();
}

/** What a spell is to the public at a moment. */
export function spellState(spell: Publishable, at: Date) {
  if (isPublic(spell, at)) return "published";
  if (spell.withdrawnAt && spell.withdrawnAt <= at) return "withdrawn";
  return spell.publicFrom ? "embargoed" : "draft";
}

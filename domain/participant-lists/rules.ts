import {
  type Locale,
  type Localized,
  locales,
  type OrganisationKind,
  organisationKinds,
  type ParticipationClass,
  participationClasses,
} from "@/db/enums";

/** Somebody on a list of participants. */
export type Entry = {
  participationId: string;
  courtesyTitle: string;
  name: string;
  familyName: string;
  functionalTitle: string;
  class: ParticipationClass;
  organisation: Localized;
  organisationKind: OrganisationKind;
  country: string | null;
};

/** Those of one organisation, in order. */
export type Party = { name: Localized; country: string | null; people: Entry[] };

/**
 * The order of protocol in which a list is printed: the kinds of organisations in their order, countries first; in each
 * the organisations in the alphabet of the reader's language; in each the head of delegation first, then by rank of
 * class, then by name, family name first where it is known. Those without an organisation stand last.
 */
export function inProtocolOrder(
  entries: readonly Entry[],
  locale: Locale,
): { kind: OrganisationKind; parties: Party[] }[] {
  const collator = new Intl.Collator(locale);
  const named = (name: Localized) => name[locale] || locales.map((one) => name[one]).find(Boolean) || "";
  const parties = new Map<string, Party & { kind: OrganisationKind }>();
  for (const entry of entries) {
    const { organisation: name, organisationKind: kind, country } = entry;
    const key = JSON.stringify([kind, country, locales.map((one) => name[one])]);
    const party = parties.get(key) ?? { kind, country, name, people: [] };
    party.people.push(entry);
    parties.set(key, party);
  }
  const rank = (entry: Entry) => participationClasses.indexOf(entry.class);
  const family = (entry: Entry) => entry.familyName || entry.name;
  const sorted = [...parties.values()]
    .map((party) => ({
      ...party,
      people: party.people.toSorted(
        (a, b) =>
          rank(a) - rank(b) || collator.compare(family(a), family(b)) || collator.compare(a.name, b.name),
      ),
    }))
    .toSorted((a, b) => {
      const [one, other] = [named(a.name), named(b.name)];
      return Number(one === "") - Number(other === "") || collator.compare(one, other);
    });
  return organisationKinds
    .map((kind) => ({ kind, parties: sorted.filter((party) => party.kind === kind) }))
    .filter((group) => group.parties.length > 0);
}

/** What is printed of somebody, and may therefore have changed from one version to the next. */
const printed = ["name", "functionalTitle", "class", "organisation"] as const;
export type Changed = { before: Entry; after: Entry; fields: (typeof printed)[number][] };

/** What differs from one version of a list to another: who is new, who is gone, and what is printed differently. */
export function differences(before: readonly Entry[], after: readonly Entry[]) {
  const old = new Map(before.map((entry) => [entry.participationId, entry]));
  const now = new Set(after.map((entry) => entry.participationId));
  const text = (entry: Entry, field: (typeof printed)[number]) => {
    if (field === "name") return `${entry.courtesyTitle} ${entry.name}`;
    return field === "organisation" ? locales.map((one) => entry.organisation[one]).join("\n") : entry[field];
  };
  const changed = after.flatMap((entry): Changed[] => {
    const was = old.get(entry.participationId);
    const fields = was ? printed.filter((field) => text(was, field) !== text(entry, field)) : [];
    return was && fields.length > 0 ? [{ before: was, after: entry, fields }] : [];
  });
  return {
    added: after.filter((entry) => !old.has(entry.participationId)),
    removed: before.filter((entry) => !now.has(entry.participationId)),
    changed,
  };
}

export type ListObstacle = "not_announced" | "cancelled" | "nobody" | "no_changes";

/** What stands in the way of publishing a list; empty when nothing does. `last` is the version that is public, if one is. */
export function obstaclesToPublishingList(
  event: { announcedAt: Date | null; cancelledAt: Date | null },
  entries: readonly Entry[],
  last: readonly Entry[] | undefined,
  at: Date,
): ListObstacle[] {
  const same = (difference: ReturnType<typeof differences>) =>
    difference.added.length + difference.removed.length + difference.changed.length === 0;
  const obstacles: [ListObstacle, boolean][] = [
    ["not_announced", !event.announcedAt || event.announcedAt > at],
    ["cancelled", event.cancelledAt !== null],
    ["nobody", entries.length === 0],
    ["no_changes", last !== undefined && entries.length > 0 && same(differences(last, entries))],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

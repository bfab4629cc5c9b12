import type { Transaction } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { slugFrom } from "@/domain/slug";
import { members, partners } from "./data/organisations";
import { officeHolders } from "./data/people";

/**
 * The members with their spells, the partners, and the people in office. Answers ids by the keys of the facts; an
 * accession known only to lie between two days is dated by the later one.
 */
export async function seedOrganisations(tx: Transaction, at: Date) {
  const ids = { organisations: {} as Ids, memberships: {} as Ids, people: {} as Ids, offices: {} as Ids };
  for (const { key, joined, ...facts } of [...members, ...partners]) {
    const [row] = await tx
      .insert(organisations)
      .values({ ...facts, slug: slugFrom(facts.name.en), createdAt: at, updatedAt: at })
      .returning({ id: organisations.id });
    if (!row) throw new Error(`no row for ${key}`);
    ids.organisations[key] = row.id;
    if (!joined) continue;
    const [joinedOn, joinedPrecision] = joined;
    const [spell] = await tx
      .insert(memberships)
      .values({
        organisationId: row.id,
        joinedOn,
        joinedPrecision,
        publicFrom: new Date(`${joinedOn}T08:00:00Z`),
        createdAt: at,
      })
      .returning({ id: memberships.id });
    if (spell) ids.memberships[key] = spell.id;
  }
  await seedOfficeHolders(tx, ids);
  return ids;
}

type Ids = Record<string, string>;

async function seedOfficeHolders(tx: Transaction, ids: { organisations: Ids; people: Ids; offices: Ids }) {
  for (const { held, ...person } of officeHolders) {
    const [row] = await tx.insert(people).values(person).returning({ id: people.id });
    if (!row) throw new Error(`no row for ${person.name}`);
    ids.people[person.name] = row.id;
    for (const { office, of, from, to } of held) {
      const officeId =
        ids.offices[office.en] ?? (await insertOffice(tx, office, of && ids.organisations[of]));
      ids.offices[office.en] = officeId;
      await tx
        .insert(appointments)
        .values({ personId: row.id, officeId, fromOn: from[0], fromPrecision: from[1], toOn: to ?? null });
    }
  }
}

async function insertOffice(tx: Transaction, title: { en: string; sv?: string }, organisationId?: string) {
  const [row] = await tx
    .insert(offices)
    .values({ title, organisationId: organisationId ?? null })
    .returning({ id: offices.id });
  if (!row) throw new Error(`no row for ${title.en}`);
  return row.id;
}

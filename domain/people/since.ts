import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { dayIn } from "@/lib/time";
import { appointmentsOf } from "./appointments-of";
import { sinceThen } from "./rules";

/** Those of some people who no longer hold the office they held on the day of a text, in the order of their names. */
export async function peopleSince(personIds: readonly string[], dayOfText: string, today: string, at: Date) {
  return since(new Map(personIds.map((id) => [id, [dayOfText]])), today, at);
}

type Item = { startsAt: Date; people: readonly { id: string }[] };

/**
 * Of those an agenda names (as `named` answers them: nobody else may be passed) who no longer holds the office they held
 * on the day of an item of theirs, in the zone of the event. Nobody before that day is over.
 */
export async function castSince(items: readonly Item[], zone: string, at: Date) {
  const days = new Map<string, string[]>();
  for (const { startsAt, people: cast } of items) {
    const day = dayIn(startsAt, zone);
    for (const { id } of cast) days.set(id, [...(days.get(id) ?? []), day]);
  }
  return since(days, dayIn(at, zone), at);
}

/** The days on which each person is named, by their ids. An office of whom nobody may know of yet is not told. */
async function since(days: ReadonlyMap<string, readonly string[]>, today: string, at: Date) {
  const ids = [...days].filter(([, named]) => named.some((day) => day < today)).map(([id]) => id);
  if (ids.length === 0) return [];
  const [persons, held, hidden] = await Promise.all([
    db()
      .select({ id: people.id, name: people.name, courtesyTitle: people.courtesyTitle })
      .from(people)
      .where(inArray(people.id, ids))
      .orderBy(people.sortName, people.id),
    appointmentsOf(db(), ids),
    organisationsUnderEmbargo(db(), at),
  ]);
  const told = held.filter((one) => one.organisationId === null || !hidden.has(one.organisationId));
  return persons.flatMap((person) => {
    const own = told.filter((one) => one.personId === person.id);
    const become = sinceThen(own, days.get(person.id) ?? [], today);
    return become ? [{ ...person, ...become }] : [];
  });
}

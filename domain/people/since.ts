import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { appointmentsOf } from "./appointments-of";
import { sinceThen } from "./rules";

/** Those of some people who no longer hold the office they held on the day of a text, in the order of their names. */
export async function peopleSince(personIds: readonly string[], dayOfText: string, today: string) {
  if (personIds.length === 0 || today <= dayOfText) return [];
  const ids = [...new Set(personIds)];
  const [persons, held] = await Promise.all([
    db()
      .select({ id: people.id, name: people.name, courtesyTitle: people.courtesyTitle })
      .from(people)
      .where(inArray(people.id, ids))
      .orderBy(people.sortName, people.id),
    appointmentsOf(db(), ids),
  ]);
  return persons.flatMap((person) => {
    const since = sinceThen(
      held.filter((one) => one.personId === person.id),
      dayOfText,
      today,
    );
    return since ? [{ ...person, ...since }] : [];
  });
}

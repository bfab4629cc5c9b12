import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { peopleQuoted, type RichBody } from "./text/rules";

/** The people quoted in some texts, with every office they held: what is printed is decided by the day, see `printed`. */
export async function speakersOf(bodies: readonly RichBody[]) {
  const ids = peopleQuoted(bodies);
  if (ids.length === 0) return [];
  const [persons, held] = await Promise.all([
    db()
      .select({
        id: people.id,
        name: people.name,
        courtesyTitle: people.courtesyTitle,
        namingConsentedAt: people.namingConsentedAt,
      })
      .from(people)
      .where(inArray(people.id, ids)),
    appointmentsOf(db(), ids),
  ]);
  return persons.map((person) => ({ ...person, held: held.filter((one) => one.personId === person.id) }));
}

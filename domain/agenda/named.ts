import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { ReleasedItem } from "@/db/schema/agenda";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed, titleOn } from "@/domain/people/rules";
import { dayIn } from "@/lib/time";

/**
 * Released items with the names of those who agreed to be named or are in office, each with the title held on the day
 * of the item, and the name of the organisation they act for, unless it is under embargo: asked at reading time, so that
 * a consent taken back is so at once.
 */
export async function named(items: ReleasedItem[], zone: string, at: Date) {
  const ids = [...new Set(items.flatMap((item) => item.people.map((person) => person.personId)))];
  const parties = items.flatMap((item) => item.people.flatMap((person) => person.onBehalfOf ?? []));
  const [cast, held, represented, hidden] = await Promise.all([
    ids.length === 0 ? [] : db().select().from(people).where(inArray(people.id, ids)),
    appointmentsOf(db(), ids),
    parties.length === 0
      ? []
      : db()
          .select({ id: organisations.id, name: organisations.name })
          .from(organisations)
          .where(inArray(organisations.id, parties)),
    parties.length === 0 ? new Set<string>() : organisationsUnderEmbargo(db(), at),
  ]);
  return items.map((item) => {
    const day = dayIn(new Date(item.startsAt), zone);
    const namedPeople = item.people.flatMap(({ personId, ...part }) => {
      const person = cast.find((one) => one.id === personId);
      const appointments = held.filter((one) => one.personId === personId);
      if (!person || !mayBeNamed(person, appointments, day)) return [];
      const { id, name, courtesyTitle } = person;
      const behalf = represented.find((one) => one.id === part.onBehalfOf && !hidden.has(one.id))?.name;
      return [{ ...part, id, name, courtesyTitle, title: titleOn(appointments, day), behalf }];
    });
    return {
      ...item,
      startsAt: new Date(item.startsAt),
      endsAt: new Date(item.endsAt),
      people: namedPeople,
    };
  });
}

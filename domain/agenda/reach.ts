import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { people } from "@/db/schema/people";
import { liveStates } from "@/domain/participations/rules";
import { fallbackLocale } from "@/lib/i18n/locale";

/**
 * Those of some people who can be written to, in the order of their names: at the address they gave for the event, else
 * at the one in the directory; in the language of their participation, else in that of readers who ask for none.
 */
export async function reachable(query: Queryable, eventId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  const rows = await query
    .selectDistinctOn([people.sortName, people.id], {
      id: people.id,
      name: people.name,
      own: people.email,
      given: participations.email,
      locale: participations.locale,
    })
    .from(people)
    .leftJoin(
      participations,
      and(
        eq(participations.personId, people.id),
        eq(participations.eventId, eventId),
        inArray(participations.state, [...liveStates]),
      ),
    )
    .where(inArray(people.id, [...personIds]))
    .orderBy(people.sortName, people.id, participations.email);
  return rows.flatMap(({ own, given, locale, ...person }) => {
    const address = given ?? own;
    return address ? [{ ...person, address, locale: locale ?? fallbackLocale }] : [];
  });
}

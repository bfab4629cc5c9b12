import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { Locale } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import type { ParticipationSort, SortKey } from "./list/rules";
import { collated, organisationNameIn } from "./organisation-name";

/** The family name where the given name does not begin with it, then the name as given. */
const familyFirst = sql`coalesce(nullif(${participations.familyName}, ''), ${participations.name})`;

/**
 * The order of a list in the alphabet of a language, one way or (`-`) the other. Those who are level stand by name, and
 * at last in the order of arrival.
 */
export function orderOf(sort: ParticipationSort, locale: Locale): SQL[] {
  const turned = sort.startsWith("-") ? desc : asc;
  const name = [collated(familyFirst, locale), collated(participations.name, locale)];
  const by: Record<SortKey, SQL[]> = {
    arrival: [],
    name,
    organisation: [collated(organisationNameIn(locale), locale), ...name],
    class: [sql`${participations.class}`, ...name],
    state: [sql`${participations.state}`, ...name],
    changed: [sql`${participations.updatedAt}`],
  };
  const [first, ...rest] = by[sort.replace("-", "") as SortKey];
  if (!first) return [turned(participations.arrival)];
  return [turned(first), ...rest.map((text) => asc(text)), asc(participations.arrival)];
}

import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";
import { people } from "@/db/schema/people";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed } from "@/domain/people/rules";
import { dayIn } from "@/lib/time";
import { peopleQuoted, type RichBody } from "./text/rules";

/** The people quoted in some texts who may be named in public on the day of an instant, where the group is. */
export async function nameableOn(tx: Transaction, bodies: readonly RichBody[], instant: Date) {
  const ids = peopleQuoted(bodies);
  if (ids.length === 0) return new Set<string>();
  const [group] = await tx.select({ zone: groups.zone }).from(groups);
  const day = dayIn(instant, group?.zone ?? "UTC");
  const [persons, held] = [
    await tx.select().from(people).where(inArray(people.id, ids)),
    await appointmentsOf(tx, ids),
  ];
  const may = persons.filter((one) =>
    mayBeNamed(
      one,
      held.filter((held) => held.personId === one.id),
      day,
    ),
  );
  return new Set(may.map((person) => person.id));
}

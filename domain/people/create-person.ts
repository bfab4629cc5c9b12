import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PersonInput } from "./input";

/**
 * Enters a person, with the name exactly as given. Named in public only with consent or in office. Refuses
 * `person_known` where someone of that name is entered already and `namesake` does not say that this is another.
 */
export async function createPerson(
  actor: Actor,
  { consented, namesake, ...person }: PersonInput,
  at = now(),
) {
  ensure(actor, "person.create");
  return db().transaction(async (tx) => {
    // The queue of those who enter the same name: a form that is sent twice enters one person.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`person:${person.name}`}))`);
    const known = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.name, person.name))
      .limit(1);
    if (known.length > 0 && !namesake) throw new Refusal("person_known");
    const [row] = await tx
      .insert(people)
      .values({ ...person, namingConsentedAt: consented ? at : null, createdAt: at })
      .returning({ id: people.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, { action: "person.create", subject: ["person", row.id], at });
    return row;
  });
}

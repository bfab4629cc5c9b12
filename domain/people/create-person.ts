import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PersonInput } from "./input";

/** Enters a person, with the name exactly as given. Named in public only with consent or in office. */
export async function createPerson(actor: Actor, { consented, ...person }: PersonInput, at = now()) {
  ensure(actor, "person.create");
  return db().transaction(async (tx) => {
    const [row] = await tx
      .insert(people)
      .values({ ...person, namingConsentedAt: consented ? at : null, createdAt: at })
      .returning({ id: people.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, { action: "person.create", subject: ["person", row.id], at });
    return row;
  });
}

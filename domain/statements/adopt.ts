import { and, eq, inArray, notInArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { internalKinds } from "@/domain/agenda/rules";
import { record } from "@/domain/history/record";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed, titleOn } from "@/domain/people/rules";
import { isOneOpen } from "@/domain/procedures/is-one-open";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { dayIn, zonedToInstant } from "@/lib/time";
import type { AdoptInput } from "./input";
import { insertAdoption } from "./insert-adoption";
import { adoptionOf, latestRevision, lockStatement } from "./lock";
import { obstaclesToAdopting } from "./rules";

/**
 * Records that the latest authentic text was adopted: how, in which session, by whom chaired, when. The record binds
 * the hash of the text; from here on the text does not change for anyone. Refuses `obstacles`, `time_not_unique`,
 * `no_such_item` (also an internal hold), `no_such_person`, `chair_not_nameable`,
 * `no_such_organisation`.
 */
export async function adopt(actor: Actor, input: AdoptInput, at = now()) {
  const zoned = zonedToInstant(input.adoptedAt, input.zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.adopt");
    const latest = await latestRevision(tx, input.id, statement.authenticLocale);
    const adopted = (await adoptionOf(tx, input.id)) !== undefined;
    const facts = {
      adopted,
      latest,
      revisionId: input.revisionId,
      adoptedAt: zoned.instant,
      procedureOpen: await isOneOpen(tx, input.id),
    };
    const obstacles = obstaclesToAdopting(facts, at);
    if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
    if (input.agendaItemId) await ensureItem(tx, input.agendaItemId, statement.eventId);
    await insertAdoption(tx, {
      statementId: input.id,
      revisionId: latest.id,
      hash: latest.hash,
      method: input.method,
      adoptedAt: zoned.instant,
      zone: input.zone,
      agendaItemId: input.agendaItemId,
      chairId: input.chairId,
      chairName: input.chairId
        ? await printedName(tx, input.chairId, dayIn(zoned.instant, input.zone), statement.authenticLocale)
        : "",
      attendance: await attendanceOf(tx, input.attendance ?? []),
      recordedAt: at,
      recordedBy: actorId(actor),
    });
    await record(tx, actor, {
      action: "statement.adopt",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { method: input.method, revision: latest.number, hash: latest.hash },
    });
    return { hash: latest.hash };
  });
}

/** Who took part, by the names of the day. */
async function attendanceOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]));
  if (rows.length < ids.length) throw new Refusal("no_such_organisation");
  return rows;
}

async function ensureItem(tx: Transaction, id: string, eventId: string | null) {
  const [item] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.id, id),
        notInArray(agendaItems.kind, internalKinds),
        eventId ? eq(agendaItems.eventId, eventId) : undefined,
      ),
    );
  if (!item || !eventId) throw new Refusal("no_such_item");
}

/** The chair's name with the office held on the day, as it will be printed from now on; refused where it may not be. */
async function printedName(tx: Transaction, id: string, day: string, locale: "en" | "sv") {
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  if (!person) throw new Refusal("no_such_person");
  const held = await appointmentsOf(tx, [id]);
  if (!mayBeNamed(person, held, day)) throw new Refusal("chair_not_nameable");
  const title = titleOn(held, day);
  const name = [person.courtesyTitle, person.name].filter(Boolean).join(" ");
  return title ? `${name}, ${pick(title, locale).text}` : name;
}

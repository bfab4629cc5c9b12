import { and, asc, count, eq, gt, ilike, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { appointmentsOf } from "./appointments-of";

/** Who holds which office of an organisation on a day. Someone in office is named in public without being asked. */
export async function publicOfficesOf(organisationId: string, day: string) {
  return db()
    .select({
      id: appointments.id,
      name: people.name,
      courtesyTitle: people.courtesyTitle,
      title: offices.title,
      fromOn: appointments.fromOn,
      fromPrecision: appointments.fromPrecision,
    })
    .from(appointments)
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(
      and(
        eq(offices.organisationId, organisationId),
        lte(appointments.fromOn, day),
        or(isNull(appointments.toOn), gt(appointments.toOn, day)),
      ),
    )
    .orderBy(asc(people.sortName));
}

/** What the workspace's list of people can be asked. */
export type PeopleFilter = { q: string; sort: "name" | "-name"; page: number };

/** Rows on a page of the workspace's lists of people and offices. */
export const pageSize = 50;

const matching = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** A page of all people, each with all appointments; the name finds, and so does the title of an office. */
export async function listPeople(actor: Actor, { q, sort, page }: PeopleFilter) {
  ensure(actor, "person.edit");
  const like = matching(q);
  const inOffice = sql`exists (select 1 from ${appointments} join ${offices} on ${offices.id} = ${appointments.officeId}
    where ${appointments.personId} = ${people.id} and ${offices.title}::text ilike ${like})`;
  const where = q ? or(ilike(people.name, like), inOffice) : undefined;
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        id: people.id,
        name: people.name,
        courtesyTitle: people.courtesyTitle,
        namingConsentedAt: people.namingConsentedAt,
      })
      .from(people)
      .where(where)
      .orderBy(sort === "name" ? asc(people.sortName) : sql`${people.sortName} desc`, people.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(people).where(where),
  ]);
  const held = await appointmentsOf(
    db(),
    rows.map((row) => row.id),
  );
  const withOffices = rows.map((row) => ({ ...row, held: held.filter((one) => one.personId === row.id) }));
  return { rows: withOffices, total: total?.count ?? 0 };
}

/** A person as the workspace sees them, with every appointment. Refuses `not_found`. */
export async function personForOrganizer(actor: Actor, id: string) {
  ensure(actor, "person.edit");
  const [person] = await db()
    .select({
      id: people.id,
      revision: people.revision,
      name: people.name,
      sortName: people.sortName,
      courtesyTitle: people.courtesyTitle,
      email: people.email,
      namingConsentedAt: people.namingConsentedAt,
    })
    .from(people)
    .where(eq(people.id, id));
  if (!person) throw new Refusal("not_found");
  return { ...person, held: await appointmentsOf(db(), [id]) };
}

/** What the workspace's list of offices can be asked. */
export type OfficesFilter = { q: string; page: number };

/** A page of all offices with their organisations, and who holds them on a day. */
export async function listOffices(actor: Actor, { q, page }: OfficesFilter, day: string) {
  ensure(actor, "office.edit");
  const like = matching(q);
  const where = q
    ? or(sql`${offices.title}::text ilike ${like}`, sql`${organisations.name}::text ilike ${like}`)
    : undefined;
  const holders = sql<string[]>`array(select ${people.name} from ${appointments}
    join ${people} on ${people.id} = ${appointments.personId}
    where ${appointments.officeId} = ${offices.id} and ${appointments.fromOn} <= ${day}
    and (${appointments.toOn} is null or ${appointments.toOn} > ${day}) order by ${people.sortName})`;
  const [rows, [total]] = await Promise.all([
    db()
      .select({ id: offices.id, title: offices.title, organisation: organisations.name, holders })
      .from(offices)
      .leftJoin(organisations, eq(organisations.id, offices.organisationId))
      .where(where)
      .orderBy(asc(sql`coalesce(${offices.title}->>'en', ${offices.title}->>'sv')`), offices.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db()
      .select({ count: count() })
      .from(offices)
      .leftJoin(organisations, eq(organisations.id, offices.organisationId))
      .where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** An office as the workspace sees it, with everyone who holds or held it, latest first. Refuses `not_found`. */
export async function officeForOrganizer(actor: Actor, id: string) {
  ensure(actor, "office.edit");
  const [office] = await db()
    .select({
      id: offices.id,
      revision: offices.revision,
      title: offices.title,
      organisationId: offices.organisationId,
      oneHolder: offices.oneHolder,
    })
    .from(offices)
    .where(eq(offices.id, id));
  if (!office) throw new Refusal("not_found");
  const held = await db()
    .select({
      id: appointments.id,
      personId: people.id,
      name: people.name,
      fromOn: appointments.fromOn,
      fromPrecision: appointments.fromPrecision,
      toOn: appointments.toOn,
    })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(eq(appointments.officeId, id))
    .orderBy(sql`${appointments.fromOn} desc`);
  return { ...office, held };
}

/** Every office by its title, to choose from. */
export async function officeChoices(actor: Actor) {
  ensure(actor, "appointment.create");
  return db().select({ id: offices.id, name: offices.title }).from(offices);
}

/** Everyone by their name, to appoint somebody to an office. */
export async function personChoices(actor: Actor) {
  ensure(actor, "appointment.create");
  return db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(people.sortName), people.id);
}

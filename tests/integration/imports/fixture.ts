import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { importRows, imports } from "@/db/schema/imports";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { check } from "@/domain/imports/check";
import { map } from "@/domain/imports/map";
import type { ImportField } from "@/domain/imports/rules";
import { upload } from "@/domain/imports/upload";
import { at } from "../../support/make";

/** A signed-in user with an account, as jobs ask for it. */
export async function account(role: Role = "organizer"): Promise<Extract<Actor, { kind: "user" }>> {
  const id = crypto.randomUUID();
  await db()
    .insert(users)
    .values({ id, name: "Rut", email: `${id}@example.org`, role });
  return { kind: "user", id, name: "Rut", role, organisationId: null };
}

/** A file as a form sends it. */
export const file = (content: string | Blob, name = "list.csv") => new File([content], name);

/** Uploads a list, keeps the mapping that was guessed or takes another, and checks it. */
export async function checkedImport(
  actor: Actor,
  eventId: string,
  content: string | Blob,
  mapping?: (ImportField | "")[],
) {
  const { id } = await upload(actor, { eventId }, file(content), at);
  const before = await importOf(id);
  const meant = mapping ?? (before.mapping as (ImportField | "")[]);
  const { revision } = await map(actor, { id, revision: 1, mapping: meant }, at);
  await check(actor, id, at);
  return { id, revision };
}

export async function importOf(id: string) {
  const [row] = await db().select().from(imports).where(eq(imports.id, id));
  if (!row) throw new Error("no import");
  return row;
}

/** What became of the rows, in their order: the result and the remarks. */
export async function resultsOf(id: string) {
  const rows = await db()
    .select()
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(importRows.number);
  return rows.map((row) => [row.result, ...row.remarks].join(" "));
}

export async function peopleOf(eventId: string) {
  return db()
    .select()
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .orderBy(participations.arrival);
}

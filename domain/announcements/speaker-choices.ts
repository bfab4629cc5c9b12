import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { appointments, offices, people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Everyone who can be quoted, with every office they held, so that the editor can show the one of the day. */
export async function speakerChoices(actor: Actor) {
  ensure(actor, "announcement.list");
  const rows = await db()
    .select({
      id: people.id,
      name: people.name,
      courtesyTitle: people.courtesyTitle,
      namingConsentedAt: people.namingConsentedAt,
      title: offices.title,
      fromOn: appointments.fromOn,
      fromPrecision: appointments.fromPrecision,
      toOn: appointments.toOn,
    })
    .from(people)
    .leftJoin(appointments, eq(appointments.personId, people.id))
    .leftJoin(offices, eq(offices.id, appointments.officeId))
    .orderBy(people.sortName, people.id, appointments.fromOn);
  const persons = new Map<string, ReturnType<typeof without> & { held: Held[] }>();
  for (const row of rows) {
    const person = persons.get(row.id) ?? { ...without(row), held: [] };
    const { title, fromOn, fromPrecision, toOn } = row;
    if (title && fromOn && fromPrecision) person.held.push({ title, fromOn, fromPrecision, toOn });
    persons.set(row.id, person);
  }
  return [...persons.values()];
}

type Held = {
  title: NonNullable<(typeof offices.$inferSelect)["title"]>;
  fromOn: string;
  fromPrecision: (typeof appointments.$inferSelect)["fromPrecision"];
  toOn: string | null;
};

function without(row: { id: string; name: string; courtesyTitle: string; namingConsentedAt: Date | null }) {
  const { id, name, courtesyTitle, namingConsentedAt } = row;
  return { id, name, courtesyTitle, namingConsentedAt };
}

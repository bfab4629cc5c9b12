import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { appointments, offices, people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";
import { type Appointment, appointmentsOverlap, holdsOn } from "./rules";

/** Locks an office, after the person: it is the queue of its appointments where only one holds it. Refuses `no_such_office`. */
export async function lockOffice(tx: Transaction, id: string) {
  const [office] = await tx
    .select({ id: offices.id, oneHolder: offices.oneHolder })
    .from(offices)
    .where(eq(offices.id, id))
    .for("update");
  if (!office) throw new Refusal("no_such_office");
  return office;
}

type Held = Pick<Appointment, "fromOn" | "toOn"> & { personId: string; officeId: string };

/** Refuses `office_held`, with by whom and since when, where somebody else holds the office on some of the days. */
export async function ensureVacant(tx: Transaction, held: Held) {
  const [other] = (await heldByOthers(tx, held)).filter((one) => appointmentsOverlap(one, held));
  if (other) throw new Refusal("office_held", { name: other.name, day: other.fromOn });
}

/** Ends the appointment of whoever holds the office when their successor takes it up, on that day. */
export async function succeed(tx: Transaction, actor: Actor, held: Held, at: Date) {
  const before = (await heldByOthers(tx, held)).find(
    (one) => one.fromOn < held.fromOn && holdsOn(one, held.fromOn),
  );
  if (!before) return;
  await tx
    .update(appointments)
    .set({ toOn: held.fromOn, revision: before.revision + 1 })
    .where(eq(appointments.id, before.id));
  await record(tx, actor, {
    action: "appointment.edit",
    subject: ["appointment", before.id],
    at,
    details: { personId: before.personId, officeId: held.officeId, changed: ["toOn"] },
  });
}

async function heldByOthers(tx: Transaction, { personId, officeId }: Held) {
  return tx
    .select({
      id: appointments.id,
      personId: appointments.personId,
      name: people.name,
      fromOn: appointments.fromOn,
      fromPrecision: appointments.fromPrecision,
      toOn: appointments.toOn,
      revision: appointments.revision,
    })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(and(eq(appointments.officeId, officeId), ne(appointments.personId, personId)))
    .orderBy(appointments.fromOn);
}

import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { appointments, people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureVacant, lockOffice, succeed } from "./holders";
import type { AppointmentInput } from "./input";
import { type Appointment, appointmentsOverlap } from "./rules";

/** What the database may say no to when an appointment is written. */
export const appointmentConstraints = {
  appointments_key: "appointment_overlaps",
  appointments_one_holder: "office_taken",
  appointments_order: "ends_before_start",
  appointments_office_id_offices_id_fk: "no_such_office",
};

/**
 * A person takes up an office; of one that one person holds at a time, `succeeds` ends the appointment of whoever holds
 * it until then. Refuses `appointment_overlaps` where they hold it already, `office_held` where somebody else does,
 * `no_such_office`.
 */
export async function appoint(actor: Actor, { succeeds, ...appointment }: AppointmentInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      await lockPerson(tx, appointment.personId);
      ensure(actor, "appointment.create");
      const { oneHolder } = await lockOffice(tx, appointment.officeId);
      await ensureNotHeld(tx, appointment);
      if (oneHolder && succeeds) await succeed(tx, actor, appointment, at);
      if (oneHolder) await ensureVacant(tx, appointment);
      const [row] = await tx
        .insert(appointments)
        .values({ ...appointment, oneHolder, createdAt: at })
        .returning({ id: appointments.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "appointment.create",
        subject: ["appointment", row.id],
        at,
        details: { personId: appointment.personId, officeId: appointment.officeId },
      });
      return row;
    });
  return refusing(appointmentConstraints, write);
}

/** Locks the person whose appointments are about to change: the row that is the queue of them. */
export async function lockPerson(tx: Transaction, id: string) {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for("update");
  if (!person) throw new Refusal("not_found");
}

type Held = Pick<Appointment, "fromOn" | "toOn"> & { personId: string; officeId: string };

/** Refuses an appointment that shares a day with another of the same person to the same office. */
export async function ensureNotHeld(tx: Transaction, appointment: Held, except?: string) {
  const { personId, officeId } = appointment;
  const others = await tx
    .select({ id: appointments.id, fromOn: appointments.fromOn, toOn: appointments.toOn })
    .from(appointments)
    .where(and(eq(appointments.personId, personId), eq(appointments.officeId, officeId)));
  if (others.some((other) => other.id !== except && appointmentsOverlap(other, appointment))) {
    throw new Refusal("appointment_overlaps");
  }
}

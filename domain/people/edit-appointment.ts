import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { appointments } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { appointmentConstraints, ensureNotHeld, lockPerson } from "./appoint";
import { ensureVacant, lockOffice } from "./holders";
import type { EditAppointmentInput } from "./input";

/** Changes the dates of an appointment. Refuses `stale` with theirs, `appointment_overlaps`, `office_held`. */
export async function editAppointment(
  actor: Actor,
  { id, revision, ...dates }: EditAppointmentInput,
  at = now(),
) {
  const write = () =>
    db().transaction(async (tx) => {
      const [found] = await tx
        .select({ personId: appointments.personId, officeId: appointments.officeId })
        .from(appointments)
        .where(eq(appointments.id, id));
      if (!found) throw new Refusal("not_found");
      await lockPerson(tx, found.personId);
      const { oneHolder } = await lockOffice(tx, found.officeId);
      const [row] = await tx.select().from(appointments).where(eq(appointments.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "appointment.edit");
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      await ensureNotHeld(tx, { ...row, ...dates }, id);
      if (oneHolder) await ensureVacant(tx, { ...row, ...dates });
      const changed = changedFields(row, dates);
      if (changed.length === 0) return { revision };
      await tx
        .update(appointments)
        .set({ ...dates, revision: revision + 1 })
        .where(eq(appointments.id, id));
      await record(tx, actor, {
        action: "appointment.edit",
        subject: ["appointment", id],
        at,
        details: { personId: row.personId, officeId: row.officeId, changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(appointmentConstraints, write);
}

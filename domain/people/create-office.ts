import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { offices } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { OfficeInput } from "./input";

const sameOrganisation = (id: string | null) =>
  id === null ? isNull(offices.organisationId) : eq(offices.organisationId, id);

/** What the database may say no to when an office is written. */
export const officeConstraints = {
  offices_organisation_id_organisations_id_fk: "no_such_organisation",
  appointments_one_holder: "office_has_several",
};

/**
 * Enters an office that people can be appointed to. Refuses `office_known` where the organisation has one of the same
 * titles already, `no_such_organisation`.
 */
export async function createOffice(actor: Actor, office: OfficeInput, at = now()) {
  ensure(actor, "office.create");
  const write = () =>
    db().transaction(async (tx) => {
      // The queue of those who enter offices: a form that is sent twice enters one.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('offices'))`);
      const known = await tx
        .select({ id: offices.id })
        .from(offices)
        .where(and(eq(offices.title, office.title), sameOrganisation(office.organisationId)))
        .limit(1);
      if (known.length > 0) throw new Refusal("office_known");
      const [row] = await tx
        .insert(offices)
        .values({ ...office, createdAt: at })
        .returning({ id: offices.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, { action: "office.create", subject: ["office", row.id], at });
      return row;
    });
  return refusing(officeConstraints, write);
}

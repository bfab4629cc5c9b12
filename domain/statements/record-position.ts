import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { PositionInput } from "./input";
import { adoptionOf, lockStatement } from "./lock";

/**
 * Records that an organisation endorses an adopted statement, from a day on. One live position per organisation, held
 * by the database. Refuses `not_adopted`, `before_adoption`, `day_in_the_future`, `endorsed_already`, `no_such_organisation`,
 * `organisation_under_embargo` (the public list would name a member that nobody knows of yet).
 */
export async function recordPosition(actor: Actor, { id, ...position }: PositionInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, id);
      ensure(actor, "position.record");
      const adoption = await adoptionOf(tx, id);
      if (!adoption) throw new Refusal("not_adopted");
      if (position.givenOn < dayIn(adoption.adoptedAt, adoption.zone)) throw new Refusal("before_adoption");
      if (position.givenOn > dayIn(at, "Pacific/Kiritimati")) throw new Refusal("day_in_the_future");
      const hidden = await organisationsUnderEmbargo(tx, at);
      if (hidden.has(position.organisationId)) throw new Refusal("organisation_under_embargo");
      const reserves = position.kind === "endorses_with_reservation";
      const [row] = await tx
        .insert(positions)
        .values({
          ...position,
          text: reserves ? position.text : "",
          paragraphIds: reserves ? position.paragraphIds : [],
          statementId: id,
          recordedAt: at,
          recordedBy: actorId(actor),
        })
        .returning({ id: positions.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "position.record",
        subject: ["statement", id],
        eventId: statement.eventId,
        at,
        details: { position: position.kind, givenOn: position.givenOn },
      });
      return row;
    });
  return refusing(positionConstraints, write);
}

const positionConstraints = {
  positions_live: "endorsed_already",
  positions_organisation_id_organisations_id_fk: "no_such_organisation",
};

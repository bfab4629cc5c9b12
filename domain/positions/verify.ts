import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { VerifyPositionInput } from "./input";
import { thank } from "./thank";
import { makeWay, positionConstraints, positionsOfOne } from "./write";

/**
 * Says that a position given at the desk is what the organisation says: from then on it is public, and the live one
 * before it ends on the day it was given. Who was asked is thanked. Refuses `verified_already`, `withdrawn`,
 * `changed_since` where another one is live than was seen, `organisation_under_embargo`, `position_overlaps`.
 */
export async function verify(actor: Actor, { id, positionId, replaces }: VerifyPositionInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, id);
      ensure(actor, "position.verify");
      const [position] = await tx
        .select()
        .from(positions)
        .where(and(eq(positions.id, positionId), eq(positions.statementId, id)));
      if (!position) throw new Refusal("not_found");
      if (position.withdrawnOn) throw new Refusal("withdrawn");
      if (position.verifiedAt) throw new Refusal("verified_already");
      const hidden = await organisationsUnderEmbargo(tx, at);
      if (hidden.has(position.organisationId)) throw new Refusal("organisation_under_embargo");
      const own = await positionsOfOne(tx, id, position.organisationId);
      if ((own.live?.id ?? null) !== replaces) throw new Refusal("changed_since");
      await makeWay(tx, own, position.givenOn);
      await tx
        .update(positions)
        .set({ verifiedAt: at, verifiedBy: actorName(actor) })
        .where(eq(positions.id, positionId));
      await record(tx, actor, {
        action: "position.verify",
        subject: ["statement", id],
        eventId: statement.eventId,
        at,
        details: { position: position.kind, givenOn: position.givenOn },
      });
      await thank(tx, statement, position, at);
      return { id: positionId };
    });
  return refusing(positionConstraints, write);
}

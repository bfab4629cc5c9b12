import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { record as writeHistory } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RecordPositionInput } from "./input";
import {
  ensureSayable,
  keepEvidence,
  makeWay,
  ofItsKind,
  positionConstraints,
  positionsOfOne,
  seenEvidence,
} from "./write";

/**
 * Records what an organisation says of an adopted statement, from a day on. What the secretariat records is verified by
 * who records it, and ends the live one on that day where it says that it takes its place. Refuses `not_adopted`,
 * `before_adoption`, `day_in_the_future`, `foreign_paragraph`, `organisation_under_embargo`, `no_such_organisation`,
 * `endorsed_already`, `changed_since`, `position_overlaps`, `file_too_large`, `evidence_type`.
 */
export async function record(
  actor: Actor,
  { id, replaces, ...input }: RecordPositionInput,
  file?: Sent,
  at = now(),
) {
  ensure(actor, "position.record");
  const evidence = await seenEvidence(file);
  const said = ofItsKind(input);
  const write = () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, id);
      ensure(actor, "position.record");
      await ensureSayable(tx, id, said, at);
      const own = await positionsOfOne(tx, id, said.organisationId);
      if (own.live && replaces === null) throw new Refusal("endorsed_already");
      if ((own.live?.id ?? null) !== replaces) throw new Refusal("changed_since");
      await makeWay(tx, own, said.givenOn);
      const [row] = await tx
        .insert(positions)
        .values({
          ...said,
          statementId: id,
          source: "secretariat",
          evidenceId: await keepEvidence(tx, evidence, statement.eventId, at),
          verifiedAt: at,
          verifiedBy: actorName(actor),
          recordedByName: actorName(actor),
          recordedAt: at,
          recordedBy: actorId(actor),
        })
        .returning({ id: positions.id });
      if (!row) throw new Refusal("not_found");
      await writeHistory(tx, actor, {
        action: "position.record",
        subject: ["statement", id],
        eventId: statement.eventId,
        at,
        details: { position: said.kind, givenOn: said.givenOn },
      });
      return row;
    });
  return refusing(positionConstraints, write);
}

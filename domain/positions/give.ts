import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureAtDesk } from "./at-desk";
import type { GivePositionInput } from "./input";
import {
  endPosition,
  ensureSayable,
  keepEvidence,
  ofItsKind,
  positionConstraints,
  positionsOfOne,
  seenEvidence,
} from "./write";

/**
 * Gives the position of the focal point's own organisation. Nothing of it is public before the secretariat has verified
 * it, and until then the one before stands; one that waited is replaced. Refuses `not_found` for a statement that is not
 * shown at this desk, `changed_since` where it is no longer the position that was seen, and what `ensureSayable` and
 * `seenEvidence` refuse.
 */
export async function give(
  actor: Actor,
  { id, replaces, ...input }: GivePositionInput,
  file?: Sent,
  at = now(),
) {
  const organisationId = actor.kind === "user" ? actor.organisationId : null;
  ensure(actor, "position.give", { organisationId });
  if (!organisationId) throw new Refusal("not_allowed");
  const evidence = await seenEvidence(file);
  const said = ofItsKind({ ...input, organisationId });
  const write = () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, id);
      await ensureAtDesk(tx, id, organisationId, at);
      await ensureSayable(tx, id, said, at);
      const own = await positionsOfOne(tx, id, organisationId);
      if (((own.pending ?? own.live)?.id ?? null) !== replaces) throw new Refusal("changed_since");
      if (own.pending) {
        const { givenOn } = own.pending;
        await endPosition(tx, own.pending.id, said.givenOn > givenOn ? said.givenOn : givenOn);
      }
      const [row] = await tx
        .insert(positions)
        .values({
          ...said,
          statementId: id,
          source: "desk",
          evidenceId: await keepEvidence(tx, evidence, statement.eventId, at),
          recordedByName: actorName(actor),
          recordedAt: at,
          recordedBy: actorId(actor),
        })
        .returning({ id: positions.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "position.give",
        subject: ["statement", id],
        eventId: statement.eventId,
        at,
        details: { position: said.kind, givenOn: said.givenOn },
      });
      return row;
    });
  return refusing(positionConstraints, write);
}

import { db } from "@/db/client";
import { procedureEntitled, procedures } from "@/db/schema/procedures";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { adoptionOf, latestRevision, lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import { entitledAmong } from "./entitled";
import type { OpenInput } from "./input";
import { isOneOpen } from "./is-one-open";
import { obstaclesToOpening } from "./rules";
import { closeAtDeadline } from "./schedule";
import { tell } from "./tell";

/**
 * Opens a decision outside of the room on the latest authentic text: pins it by its hash, freezes who is entitled by
 * the names of the day, and tells every one of them until when to answer. Refuses `obstacles` with all of them, and
 * `time_not_unique`.
 */
export async function open(actor: Actor, input: OpenInput, at = now()) {
  const deadline = instantOf(input.deadline, input.zone);
  const opensAt = input.opensAt ? instantOf(input.opensAt, input.zone) : at;
  const write = () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, input.statementId);
      ensure(actor, "procedure.open");
      const latest = await latestRevision(tx, statement.id, statement.authenticLocale);
      const among = await entitledAmong(tx, input, at);
      const required = input.kind === "silence" ? null : input.required;
      const facts = {
        adopted: (await adoptionOf(tx, statement.id)) !== undefined,
        latest,
        revisionId: input.revisionId,
        procedureOpen: await isOneOpen(tx, statement.id),
        entitled: among.length,
        required,
        opensAt,
        deadline,
      };
      const obstacles = obstaclesToOpening(facts, at);
      if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
      const [procedure] = await tx
        .insert(procedures)
        .values({
          statementId: statement.id,
          kind: input.kind,
          revisionId: latest.id,
          hash: latest.hash,
          opensAt,
          deadline,
          zone: input.zone,
          required,
          majority: input.majority,
          openedBy: actorName(actor),
        })
        .returning();
      if (!procedure) throw new Refusal("not_found");
      const entitled = among.map(({ id, name }) => ({
        procedureId: procedure.id,
        organisationId: id,
        name,
      }));
      await tx.insert(procedureEntitled).values(entitled);
      await closeAtDeadline(tx, procedure);
      await record(tx, actor, {
        action: "procedure.open",
        subject: ["statement", statement.id],
        eventId: statement.eventId,
        at,
        details: {
          procedure: input.kind,
          revision: latest.number,
          hash: latest.hash,
          entitled: among.length,
          deadline: deadline.toISOString(),
        },
      });
      await tell(tx, procedure, statement.eventId, { notice: "opened", to: entitled }, at);
      return { id: procedure.id };
    });
  return refusing(openConstraints, write);
}

const openConstraints = { procedures_open: "procedure_open_already" };

/** The instant of a local time; refuses `time_not_unique` where the clocks skip it, or show it twice. */
export function instantOf(local: string, zone: string): Date {
  const zoned = zonedToInstant(local, zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  return zoned.instant;
}

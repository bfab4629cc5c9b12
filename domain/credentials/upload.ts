import { db } from "@/db/client";
import { credentials } from "@/db/schema/delegations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { ensureToCome, lockDelegation } from "@/domain/delegations/lock";
import { keepFile, type Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { UploadInput } from "./input";

/**
 * Hands in a delegation's credentials letter; an earlier one is kept and no longer counts. The deadline for nominating
 * does not bind it: after the rules of procedure of many conferences letters come until the meeting has begun. Refuses
 * `file_missing`, `file_too_large`, `file_type`, `day_in_the_future`, `event_cancelled`, `event_over`.
 */
export async function upload(actor: Actor, input: UploadInput, file: Sent | undefined, at = now()) {
  const { delegationId, issuer, issuedOn } = input;
  return db().transaction(async (tx) => {
    const { event, delegation } = await lockDelegation(tx, actor, delegationId, at);
    ensure(actor, "credentials.upload", { organisationId: delegation.organisationId });
    ensureToCome(event, at);
    if (issuedOn > dayIn(at, event.zone)) throw new Refusal("day_in_the_future");
    const fileId = await keepFile(tx, "credentials", event.id, file, at);
    const [row] = await tx
      .insert(credentials)
      .values({ delegationId, fileId, issuer, issuedOn, uploadedBy: actorName(actor), uploadedAt: at })
      .returning({ id: credentials.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "credentials.upload",
      subject: ["delegation", delegationId],
      eventId: event.id,
      at,
    });
    return { id: row.id };
  });
}

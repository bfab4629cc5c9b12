import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { keepConsent } from "@/domain/privacy/consents";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { ChangeInput } from "./input";
import { ensureKnownOrganisation } from "./known-organisation";
import { participationConstraints } from "./register";
import { possible, returnsToReview } from "./rules";
import { eventOf, subjectOf } from "./step";

/**
 * Changes what a registration says, by its participant or for them. The state stays, unless somebody who does not
 * decide changes a field that the event has marked: then it is reviewed again, and keeps its seat meanwhile. Refuses
 * `stale` with their values, `not_from_this_state` and `no_such_organisation`.
 */
export async function change(actor: Actor, { id, revision, listed, ...person }: ChangeInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, await eventOf(tx, id));
      const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "participation.change", subjectOf(row));
      if (row.revision !== revision)
        throw new Refusal("stale", {}, { theirs: { ...row, listed: row.listingConsentedAt !== null } });
      if (!possible("change", row.state)) throw new Refusal("not_from_this_state");
      await ensureKnownOrganisation(actor, { from: row.organisationId, to: person.organisationId }, at);
      const listingConsentedAt = listed ? (row.listingConsentedAt ?? at) : null;
      const changed = Object.entries(person)
        .filter(([key, value]) => row[key as keyof typeof row] !== value)
        .map(([key]) => key);
      const reviewed =
        !can(actor, "participation.approve") && returnsToReview(row.state, changed, event.reviewedFields);
      await tx
        .update(participations)
        .set({
          ...person,
          ...(reviewed ? { state: "submitted", stateAt: at, stateReason: "" } : {}),
          listingConsentedAt,
          revision: revision + 1,
          updatedAt: at,
        })
        .where(eq(participations.id, id));
      await keepConsent(tx, id, { kind: "listing", given: listed, locale: row.locale }, at);
      await record(tx, actor, {
        action: "participation.change",
        subject: ["participation", id],
        eventId: event.id,
        at,
        details: reviewed ? { changed, from: row.state, to: "submitted" } : { changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(participationConstraints, write);
}

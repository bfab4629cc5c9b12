import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { ChangeInput } from "./input";
import { ensureKnownOrganisation } from "./known-organisation";
import { participationConstraints } from "./register";
import { possible } from "./rules";
import { eventOf } from "./step";

/**
 * Changes what a registration says, by its participant or for them. The state stays. Refuses
 * `stale` with their values, `not_from_this_state` and `no_such_organisation`.
 */
export async function change(actor: Actor, { id, revision, listed, ...person }: ChangeInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, await eventOf(tx, id));
      const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "participation.change", { participationId: id });
      if (row.revision !== revision)
        throw new Refusal("stale", {}, { theirs: { ...row, listed: row.listingConsentedAt !== null } });
      if (!possible("change", row.state)) throw new Refusal("not_from_this_state");
      await ensureKnownOrganisation(actor, { from: row.organisationId, to: person.organisationId }, at);
      const listingConsentedAt = listed ? (row.listingConsentedAt ?? at) : null;
      await tx
        .update(participations)
        .set({ ...person, listingConsentedAt, revision: revision + 1 })
        .where(eq(participations.id, id));
      const changed = Object.entries(person)
        .filter(([key, value]) => row[key as keyof typeof row] !== value)
        .map(([key]) => key);
      await record(tx, actor, {
        action: "participation.change",
        subject: ["participation", id],
        eventId: event.id,
        at,
        details: { changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(participationConstraints, write);
}

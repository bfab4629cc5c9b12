import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { participationLinks, participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { ensureBeforeDeadline } from "@/domain/delegations/lock";
import { delegationOf } from "@/domain/delegations/of";
import { ensureRoom } from "@/domain/delegations/quotas";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { poolOf } from "@/domain/pools/pool-of";
import { keepConsent } from "@/domain/privacy/consents";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { ChangeInput } from "./input";
import { ensureKnownOrganisation } from "./known-organisation";
import { participationConstraints } from "./register";
import { mayChange, possible, returnsToReview } from "./rules";
import type { News, ParticipationRow } from "./said";
import { ensureSeen, eventOf, subjectOf } from "./step";
import { tell } from "./tell";

/**
 * Changes what a registration says, by its participant or for them; what the input does not say stays. The state stays
 * too, unless somebody who does not decide changes a field that the event has marked: then it is reviewed again, and
 * keeps its seat meanwhile. A participant changes their own details, a delegation everything but the organisation and
 * the consent to be listed, until its deadline. Refuses `stale` with their values, `not_from_this_state`,
 * `nomination_over`, `quota_full`, `head_taken`, `alternate_taken`, `already_registered`, `no_such_organisation`.
 */
export async function change(
  actor: Actor,
  { id, revision, listed: agreed, ...said }: ChangeInput,
  at = now(),
) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, await eventOf(tx, id));
      const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensureSeen(actor, row);
      ensure(actor, "participation.change", subjectOf(row));
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: theirsOf(row, said) });
      if (!possible("change", row.state)) throw new Refusal("not_from_this_state");
      await ensureBeforeDeadline(tx, actor, event, row.delegationId, at);
      const facts = changedFacts(actor, row, said);
      const changed = Object.keys(facts);
      const listed = mayChange(sideOf(actor), "listed", row.delegationId !== null) ? agreed : undefined;
      if ("organisationId" in facts) {
        const names = { from: row.organisationId, to: facts.organisationId ?? null };
        await ensureKnownOrganisation(actor, names, at);
      }
      const place = await placeOf(tx, event, row, facts, at);
      const reviewed =
        !can(actor, "participation.approve") && returnsToReview(row.state, changed, event.reviewedFields);
      const [after] = await tx
        .update(participations)
        .set({
          ...facts,
          ...place,
          ...(reviewed ? { state: "submitted", stateAt: at, stateReason: "" } : {}),
          ...(listed === undefined
            ? {}
            : { listingConsentedAt: listed ? (row.listingConsentedAt ?? at) : null }),
          revision: revision + 1,
          updatedAt: at,
        })
        .where(eq(participations.id, id))
        .returning();
      if (!after) throw new Refusal("not_found");
      if (listed !== undefined)
        await keepConsent(tx, id, { kind: "listing", given: listed, locale: row.locale }, at);
      await record(tx, actor, {
        action: "participation.change",
        subject: ["participation", id],
        eventId: event.id,
        at,
        details: reviewed ? { changed, from: row.state, to: "submitted" } : { changed },
      });
      if (after.email !== row.email) await moveLinks(tx, event, after);
      return { revision: revision + 1 };
    });
  return refusing(participationConstraints, write);
}

type Facts = Omit<ChangeInput, "id" | "revision" | "listed">;

/** On whose side the actor stands. */
function sideOf(actor: Actor): "secretariat" | "participant" | "delegation" {
  if (can(actor, "participation.approve")) return "secretariat";
  return actor.kind === "participant" ? "participant" : "delegation";
}

/** The fields that become something else, of those the actor may change. */
function changedFacts(actor: Actor, row: ParticipationRow, said: Facts): Partial<Facts> {
  const by = sideOf(actor);
  const wanted = Object.entries(said).filter(
    ([key, value]) => value !== undefined && mayChange(by, key, row.delegationId !== null),
  );
  return Object.fromEntries(wanted.filter(([key, value]) => row[key as keyof Facts] !== value));
}

/** Where another class or organisation puts somebody: the delegation, and the pool they draw on; a held seat stays. */
async function placeOf(
  tx: Transaction,
  event: EventRow,
  row: ParticipationRow,
  facts: Partial<Facts>,
  at: Date,
) {
  const of = facts.class ?? row.class;
  const organisationId = facts.organisationId === undefined ? row.organisationId : facts.organisationId;
  const moves = row.delegationId !== null && organisationId !== row.organisationId;
  if (!moves && of === row.class) return {};
  const delegationId = moves
    ? organisationId && (await delegationOf(tx, event.id, organisationId, at))
    : row.delegationId;
  if (delegationId) await ensureRoom(tx, event, delegationId, of, row.id);
  return { delegationId, pool: await poolOf(tx, event, { class: of, organisationId }, at) };
}

/** What the form holds, as it was saved meanwhile, and nothing else of the row. */
function theirsOf(row: ParticipationRow, said: Facts) {
  const fields = Object.keys(said).map((key) => [key, row[key as keyof Facts]]);
  return { ...Object.fromEntries(fields), revision: row.revision, listed: row.listingConsentedAt !== null };
}

/** What somebody is told at a new address, by the state they are in: where they stand, with a link of their own. */
const standing: Partial<Record<ParticipationRow["state"], News>> = {
  submitted: "nominated",
  pre_approved: "nominated",
  on_hold: "nominated",
  approved: "approved",
  waitlisted: "waitlisted",
};

/** Another address is perhaps another person: the links that went to the earlier one stop, and a fresh one goes out. */
async function moveLinks(tx: Transaction, event: EventRow, row: ParticipationRow) {
  await tx.delete(participationLinks).where(eq(participationLinks.participationId, row.id));
  const news = standing[row.state];
  if (news && row.email !== null) await tell(tx, news, row, event);
}

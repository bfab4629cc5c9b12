import { db, type Transaction } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { publicDirectory } from "@/domain/members/queries";
import { adoptionOf, lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { InviteMembersInput, InvitePartiesInput } from "./input";

/**
 * Makes organisations parties to the negotiation of a statement; those that are already stay as they are. Parties see
 * one another, so an organisation whose membership is under embargo is none yet. Refuses `statement_adopted`,
 * `no_such_organisation`.
 */
export async function inviteParties(actor: Actor, input: InvitePartiesInput, at = now()) {
  return refusing({ statement_parties_organisation_id_organisations_id_fk: "no_such_organisation" }, () =>
    db().transaction(async (tx) => {
      const statement = await lockStatement(tx, input.id);
      ensure(actor, "statement.invite-parties");
      const hidden = await organisationsUnderEmbargo(tx, at);
      if (input.organisationIds.some((id) => hidden.has(id))) throw new Refusal("no_such_organisation");
      return add(tx, actor, statement, input, at);
    }),
  );
}

/** Makes every organisation a party that is publicly a member on this day in a time zone. Refuses `statement_adopted`. */
export async function inviteMembers(actor: Actor, { id }: InviteMembersInput, zone: string, at = now()) {
  const { members } = await publicDirectory(dayIn(at, zone), at);
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "statement.invite-parties");
    const organisationIds = members.map((member) => member.id);
    return add(tx, actor, statement, { id, organisationIds, drafting: false }, at);
  });
}

async function add(
  tx: Transaction,
  actor: Actor,
  statement: Awaited<ReturnType<typeof lockStatement>>,
  { id, organisationIds, drafting }: InvitePartiesInput,
  at: Date,
) {
  if (await adoptionOf(tx, id)) throw new Refusal("statement_adopted");
  if (organisationIds.length === 0) return { invited: 0 };
  const added = await tx
    .insert(statementParties)
    .values(
      organisationIds.map((organisationId) => ({
        statementId: id,
        organisationId,
        drafting,
        invitedAt: at,
        invitedBy: actorName(actor),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: statementParties.organisationId });
  if (added.length > 0) {
    await record(tx, actor, {
      action: "statement.invite-parties",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details: { invited: added.length },
    });
  }
  return { invited: added.length };
}

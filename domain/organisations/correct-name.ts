import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { organisationNames, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { groupProfile } from "@/domain/group/queries";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { lockNamed, nameConstraints } from "./former-names";
import type { ForgetNameInput, FormerNameInput } from "./input";

/**
 * Corrects what was kept of a former name: how it was written, until when it was used. Refuses `stale` with theirs,
 * `not_found`, `day_in_the_future`, `name_day_taken` where another name ended that day.
 */
export async function correctName(actor: Actor, input: FormerNameInput, at = now()) {
  const { id, revision, nameId, ...former } = input;
  const { zone } = await groupProfile();
  const write = () =>
    db().transaction(async (tx) => {
      const known = await knownName(tx, actor, input);
      if (former.untilOn > dayIn(at, zone)) throw new Refusal("day_in_the_future");
      const changed = changedFields(known, former);
      if (changed.length === 0) return { revision };
      await tx.update(organisationNames).set(former).where(eq(organisationNames.id, nameId));
      return written(tx, actor, { id, revision, changed }, at);
    });
  return refusing(nameConstraints, write);
}

/**
 * Takes out a former name that never was: the organisation is what it is called, on those days too. Refuses `stale`
 * with theirs, `not_found`.
 */
export async function forgetName(actor: Actor, input: ForgetNameInput, at = now()) {
  const { id, revision, nameId, reason } = input;
  return db().transaction(async (tx) => {
    await knownName(tx, actor, input);
    await tx.delete(organisationNames).where(eq(organisationNames.id, nameId));
    return written(tx, actor, { id, revision, reason, changed: ["formerNames"] }, at);
  });
}

type Named = { id: string; revision: number; nameId: string };

/** The former name that is about to change, its organisation locked. */
async function knownName(tx: Transaction, actor: Actor, { id, revision, nameId }: Named) {
  const row = await lockNamed(tx, id);
  ensure(actor, "organisation.rename", { organisationId: id });
  const known = row.formerNames.find((one) => one.id === nameId);
  if (!known) throw new Refusal("not_found");
  if (row.revision !== revision)
    throw new Refusal("stale", {}, { theirs: { ...known, revision: row.revision } });
  return known;
}

type Change = { id: string; revision: number; changed: string[]; reason?: string };

async function written(tx: Transaction, actor: Actor, { id, revision, changed, reason }: Change, at: Date) {
  await tx
    .update(organisations)
    .set({ revision: revision + 1, updatedAt: at })
    .where(eq(organisations.id, id));
  await record(tx, actor, {
    action: "organisation.rename",
    subject: ["organisation", id],
    at,
    ...(reason ? { reason } : {}),
    details: { changed },
  });
  return { revision: revision + 1 };
}

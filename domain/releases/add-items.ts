import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { releaseItems } from "@/db/schema/release-items";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing, violation } from "@/lib/refusal";
import type { AddItemsInput, AddMailInput, Thing } from "./input";
import { ensureDraft, ensureSeen, itemsOf, lockRelease, touch } from "./lock";
import { mostItems } from "./rules";

type Values = Partial<typeof releaseItems.$inferInsert> & Pick<typeof releaseItems.$inferInsert, "kind">;

/** What the database may say no to when things are put into a release. */
const constraints = {
  release_items_announcement: "release_item_known",
  release_items_statement: "release_item_known",
  release_items_membership: "release_item_known",
  release_items_event: "release_item_known",
};

/**
 * Puts things into a release, as they were looked at: of a text the revision, of an agenda the draft. Refuses `stale`,
 * `release_not_draft`, `release_item_known`, `release_full`, and `not_found` where a thing is gone.
 */
export async function addItems(actor: Actor, { id, revision, things }: AddItemsInput, at = now()) {
  return add(actor, { id, revision, values: things.map(valuesOf) }, at);
}

/** Puts a mail into a release, that leaves when everything else is public. Refuses `stale`, `release_not_draft`, `release_full`. */
export async function addMail(actor: Actor, { id, revision, ...letter }: AddMailInput, at = now()) {
  return add(actor, { id, revision, values: [{ kind: "mail", ...letter }] }, at);
}

async function add(
  actor: Actor,
  { id, revision, values }: { id: string; revision: number; values: Values[] },
  at: Date,
) {
  const write = () =>
    db().transaction(async (tx) => {
      const release = await lockRelease(tx, id);
      ensure(actor, "release.edit");
      ensureSeen(release, revision);
      ensureDraft(release, at);
      const held = await itemsOf(tx, id);
      if (held.length + values.length > mostItems) throw new Refusal("release_full", { most: mostItems });
      await insert(tx, values, {
        releaseId: id,
        after: held.at(-1)?.position ?? 0,
        by: actorName(actor),
        at,
      });
      const touched = await touch(tx, release);
      await record(tx, actor, {
        action: "release.edit",
        subject: ["release", id],
        eventId: release.eventId,
        at,
        details: { added: values.map((one) => one.kind) },
      });
      return touched;
    });
  return refusing(constraints, write);
}

type Place = { releaseId: string; after: number; by: string; at: Date };

async function insert(tx: Transaction, values: Values[], { releaseId, after, by, at }: Place) {
  const rows = values.map((one, index) => ({
    ...one,
    releaseId,
    position: after + index + 1,
    addedAt: at,
    addedBy: by,
  }));
  try {
    await tx.transaction((inner) => inner.insert(releaseItems).values(rows));
  } catch (error) {
    // A text that is not there, or another text's revision.
    if (violation(error)?.state === "23503") throw new Refusal("not_found");
    throw error;
  }
  await ensureOwnRevisions(tx, releaseId);
}

/** A revision is of the text and the language it is named with. */
async function ensureOwnRevisions(tx: Transaction, releaseId: string) {
  const [foreign] = await tx.execute(sql`
    select 1 from release_items i
      left join announcement_revisions a on a.id = i.announcement_revision_id
      left join statement_revisions s on s.id = i.statement_revision_id
    where i.release_id = ${releaseId}
      and ((a.id is not null and (a.announcement_id, a.locale) <> (i.announcement_id, i.locale))
        or (s.id is not null and (s.statement_id, s.locale) <> (i.statement_id, i.locale)))
    limit 1`);
  if (foreign) throw new Refusal("not_found");
}

function valuesOf(thing: Thing): Values {
  if (thing.kind === "announcement")
    return {
      kind: thing.kind,
      announcementId: thing.id,
      announcementRevisionId: thing.revisionId,
      locale: thing.locale,
    };
  if (thing.kind === "statement")
    return {
      kind: thing.kind,
      statementId: thing.id,
      statementRevisionId: thing.revisionId,
      locale: thing.locale,
    };
  if (thing.kind === "agenda") return { kind: thing.kind, eventId: thing.id, seen: thing.seen };
  if (thing.kind === "event") return { kind: thing.kind, eventId: thing.id };
  return { kind: thing.kind, membershipId: thing.id };
}

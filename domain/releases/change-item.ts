import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { releaseItems } from "@/db/schema/release-items";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { draftToRelease, markOf } from "@/domain/agenda/release";
import { latestEdition } from "@/domain/announcements/lock";
import { record } from "@/domain/history/record";
import { latestRevision } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditItemInput, ItemInput, RenewItemInput } from "./input";
import { ensureDraft, ensureSeen, type ItemRow, lockRelease, touch } from "./lock";

type Change = (tx: Transaction, item: ItemRow) => Promise<unknown>;

/** Changes the words of a mail, or what has changed in a text. Refuses `stale`, `release_not_draft`. */
export async function editItem(actor: Actor, { subject, body, ...which }: EditItemInput, at = now()) {
  return change(actor, which, { words: true }, at, (tx, item) =>
    tx.update(releaseItems).set({ subject, body }).where(eq(releaseItems.id, item.id)),
  );
}

/** Takes a thing out of a release. Refuses `stale`, `release_not_draft`. */
export async function removeItem(actor: Actor, which: ItemInput, at = now()) {
  return change(actor, which, { removed: true }, at, (tx, item) =>
    tx.delete(releaseItems).where(eq(releaseItems.id, item.id)),
  );
}

/**
 * Takes the text, or the draft of the agenda, as it stands now, which must be what was looked at. Refuses `stale`,
 * `release_not_draft`.
 */
export async function renewItem(actor: Actor, { seen, ...which }: RenewItemInput, at = now()) {
  return change(actor, which, { renewed: true }, at, async (tx, item) => {
    const latest = await newestOf(tx, item, at);
    if (!latest || latest !== seen) throw new Refusal("stale");
    const set =
      item.kind === "announcement"
        ? { announcementRevisionId: latest }
        : item.kind === "statement"
          ? { statementRevisionId: latest }
          : { seen: latest };
    await tx.update(releaseItems).set(set).where(eq(releaseItems.id, item.id));
  });
}

/** The newest revision of a text, or the mark of an agenda's draft as it stands. */
async function newestOf(tx: Transaction, item: ItemRow, at: Date): Promise<string | undefined> {
  if (item.kind === "announcement" && item.announcementId && item.locale)
    return (await latestEdition(tx, item.announcementId, item.locale))?.id;
  if (item.kind === "statement" && item.statementId && item.locale)
    return (await latestRevision(tx, item.statementId, item.locale))?.id;
  if (item.kind === "agenda" && item.eventId)
    return markOf((await draftToRelease(tx, item.eventId, at)).content);
  return undefined;
}

async function change(
  actor: Actor,
  { id, revision, itemId }: ItemInput,
  what: Record<string, boolean>,
  at: Date,
  write: Change,
) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.edit");
    ensureSeen(release, revision);
    ensureDraft(release, at);
    const isIt = and(eq(releaseItems.id, itemId), eq(releaseItems.releaseId, id));
    const [item] = await tx.select().from(releaseItems).where(isIt);
    if (!item) throw new Refusal("not_found");
    await write(tx, item);
    const touched = await touch(tx, release);
    await record(tx, actor, {
      action: "release.edit",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      details: { kind: item.kind, ...what },
    });
    return touched;
  });
}

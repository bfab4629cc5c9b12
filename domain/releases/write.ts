import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { releaseItems } from "@/db/schema/release-items";
import type { Actor } from "@/domain/access/actor";
import { placed } from "@/domain/agenda/queries";
import { draftToRelease } from "@/domain/agenda/release";
import { writeRelease } from "@/domain/agenda/write-release";
import { publishIn as publishAnnouncement } from "@/domain/announcements/publish-in";
import { announceIn } from "@/domain/events/announce-in";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { lockSpell } from "@/domain/members/spells";
import { publishIn as publishStatement } from "@/domain/statements/publish-in";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import type { ItemRow, ReleaseRow } from "./lock";
import { inWritingOrder, obstacleKey } from "./rules";

/** What was written for a thing, by which it can be taken back. */
type Outcome = Record<string, unknown>;

/**
 * Writes everything of a release, public from one instant, in the transaction that claimed it: all or nothing. Where a
 * verb says no after all, the refusal names the thing.
 */
export async function write(
  tx: Transaction,
  actor: Actor,
  release: ReleaseRow,
  items: readonly ItemRow[],
  when: { publicFrom: Date; at: Date },
) {
  for (const item of inWritingOrder(items)) {
    try {
      const outcome = await writeOne(tx, actor, release, item, when);
      await tx.update(releaseItems).set({ outcome }).where(eq(releaseItems.id, item.id));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const codes =
        error.code === "obstacles" && Array.isArray(error.attached) ? error.attached : [error.code];
      throw new Refusal(
        "obstacles",
        {},
        codes.map((code) => obstacleKey({ itemId: item.id, code: String(code) })),
      );
    }
  }
}

type When = { publicFrom: Date; at: Date };

async function writeOne(
  tx: Transaction,
  actor: Actor,
  release: ReleaseRow,
  item: ItemRow,
  when: When,
): Promise<Outcome> {
  const { publicFrom, at } = when;
  const { locale, announcementId, announcementRevisionId, statementId, statementRevisionId } = item;
  const common = { publicFrom, zone: release.zone, releaseId: release.id };
  if (item.kind === "announcement" && announcementId && announcementRevisionId && locale) {
    const editions = [{ locale, revisionId: announcementRevisionId }];
    const changeNotes = item.body;
    const publishing = { announcementId, editions, changeNotes, ...common };
    const { publicationIds } = await publishAnnouncement(tx, actor, publishing, at);
    return { publicationId: publicationIds[0] };
  }
  if (item.kind === "statement" && statementId && statementRevisionId && locale) {
    const changeNote = item.body[locale] ?? "";
    const publishing = { statementId, locale, revisionId: statementRevisionId, changeNote, ...common };
    const { id, tells } = await publishStatement(tx, actor, publishing, at);
    return { publicationId: id, tells };
  }
  if (item.kind === "membership" && item.membershipId)
    return revealSpell(tx, actor, item.membershipId, { publicFrom, at });
  if (item.kind === "event" && item.eventId) {
    await announceIn(tx, actor, await lockEvent(tx, item.eventId), { publicFrom }, at);
    return {};
  }
  if (item.kind === "agenda" && item.eventId) {
    const event = await lockEvent(tx, item.eventId);
    const { before, draft, content } = await draftToRelease(tx, event.id, at);
    const next = { before, content, checked: placed(draft), note: item.body, releasedAt: publicFrom };
    const { id, number } = await writeRelease(tx, actor, event, next, at);
    return { agendaReleaseId: id, number };
  }
  return {};
}

/** Makes a spell public from the instant, where no text does so earlier. */
async function revealSpell(
  tx: Transaction,
  actor: Actor,
  id: string,
  { publicFrom, at }: When,
): Promise<Outcome> {
  const spell = await lockSpell(tx, id);
  const before = spell.publicFrom;
  if (before && before <= publicFrom) return { before: before.toISOString() };
  await tx
    .update(memberships)
    .set({ publicFrom, revision: spell.revision + 1 })
    .where(eq(memberships.id, id));
  const told = { subject: ["membership", id], key: publicFrom.toISOString() } as const;
  await notify(tx, "membership.published", told, publicFrom);
  await record(tx, actor, {
    action: "membership.edit",
    subject: ["membership", id],
    at,
    details: { organisationId: spell.organisationId, publicFrom: publicFrom.toISOString() },
  });
  return { before: null };
}

import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { findings } from "@/domain/agenda/findings";
import { placed } from "@/domain/agenda/queries";
import { draftToRelease, markOf } from "@/domain/agenda/release";
import { obstaclesToRelease } from "@/domain/agenda/rules";
import { situationIn } from "@/domain/agenda/situation";
import { lastWritten } from "@/domain/agenda/write-release";
import { publicationsOf } from "@/domain/announcements/lock";
import { obstaclesIn as announcementObstacles } from "@/domain/announcements/publish-in";
import { obstaclesIn as eventObstacles } from "@/domain/events/announce-in";
import { lockEvent } from "@/domain/events/lock";
import { lockSpell } from "@/domain/members/spells";
import { isPublic } from "@/domain/publication/rules";
import { obstaclesIn as statementObstacles } from "@/domain/statements/publish-in";
import { isHeld, type Thing } from "./held";
import type { ItemRow, ReleaseRow } from "./lock";
import { inWritingOrder, type Obstacle } from "./rules";

/**
 * Everything that stands in the way of a release, of all its things at once; empty when nothing does. Locks the things in
 * the order in which they are written.
 */
export async function weigh(
  tx: Transaction,
  release: ReleaseRow,
  items: readonly ItemRow[],
  { publicFrom, at }: { publicFrom: Date; at: Date },
): Promise<Obstacle[]> {
  if (items.length === 0) return [{ itemId: null, code: "no_items" }];
  const obstacles: Obstacle[] = [];
  for (const item of inWritingOrder(items)) {
    const codes = await codesOf(tx, release, item, { publicFrom, at });
    const thing = thingOf(item);
    if (thing && (await isHeld(tx, thing, release.id))) codes.push("in_other_release");
    obstacles.push(...codes.map((code) => ({ itemId: item.id, code })));
  }
  return obstacles;
}

type When = { publicFrom: Date; at: Date };

/** What stands in the way of one thing. */
async function codesOf(tx: Transaction, release: ReleaseRow, item: ItemRow, when: When): Promise<string[]> {
  const { publicFrom, at } = when;
  const { locale, announcementId, announcementRevisionId, statementId, statementRevisionId } = item;
  const common = { publicFrom, zone: release.zone, releaseId: release.id };
  if (item.kind === "announcement" && announcementId && announcementRevisionId && locale) {
    const editions = [{ locale, revisionId: announcementRevisionId }];
    const found = await announcementObstacles(tx, { announcementId, editions, ...common }, at);
    const codes: string[] = [...new Set(found.map((one) => one.code))];
    const unsaid = !item.body[locale] && !codes.includes("already_public");
    if (unsaid && (await isPublicNow(tx, { announcementId, locale }, at))) codes.push("change_note_missing");
    return codes;
  }
  if (item.kind === "statement" && statementId && statementRevisionId && locale) {
    const changeNote = item.body[locale] ?? "";
    const publishing = { statementId, locale, revisionId: statementRevisionId, changeNote, ...common };
    return statementObstacles(tx, publishing, at);
  }
  if (item.kind === "membership" && item.membershipId) {
    const spell = await lockSpell(tx, item.membershipId);
    if (spell.withdrawnAt) return ["membership_withdrawn"];
    return spell.publicFrom && spell.publicFrom <= at ? ["already_public"] : [];
  }
  if (item.kind === "event" && item.eventId)
    return eventObstacles(tx, await lockEvent(tx, item.eventId), publicFrom);
  if (item.kind === "agenda" && item.eventId) return agendaCodes(tx, item.eventId, item.seen, at);
  return Object.keys(item.subject).length === 0 || Object.keys(item.body).length === 0 ? ["no_words"] : [];
}

/** Whether a language of an announcement is public: then the public is told what changes. */
async function isPublicNow(
  tx: Transaction,
  { announcementId, locale }: { announcementId: string; locale: Locale },
  at: Date,
): Promise<boolean> {
  const publications = await publicationsOf(tx, announcementId);
  return publications.some((one) => one.locale === locale && isPublic(one, at));
}

async function agendaCodes(tx: Transaction, eventId: string, seen: string, at: Date): Promise<string[]> {
  const event = await lockEvent(tx, eventId);
  const { before, draft, content } = await draftToRelease(tx, eventId, at);
  const last = await lastWritten(tx, eventId);
  const hard = findings(placed(draft), await situationIn(tx, event));
  const codes: [string, boolean][] = [
    ["event_cancelled", event.cancelledAt !== null],
    ["draft_changed", markOf(content) !== seen],
    ["nothing_to_release", isDeepStrictEqual(content, before?.content ?? { items: [], cancelled: [] })],
    ["findings", obstaclesToRelease(hard, event.hardFindings).length > 0],
    ["agenda_release_pending", last.pendingUntil !== null && last.pendingUntil > at],
  ];
  return codes.filter(([, stands]) => stands).map(([code]) => code);
}

/** What an item holds, as other releases are asked for it; a mail is nobody else's. */
function thingOf(item: ItemRow): Thing | undefined {
  const { kind, locale, announcementId, statementId, membershipId, eventId } = item;
  if (kind === "announcement" && announcementId && locale) return { announcementId, locale };
  if (kind === "statement" && statementId && locale) return { statementId, locale };
  if (kind === "membership" && membershipId) return { membershipId };
  if ((kind === "event" || kind === "agenda") && eventId) return { eventId, kind };
  return undefined;
}

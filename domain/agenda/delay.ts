import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { type Localized, locales } from "@/db/enums";
import { agendaItems, type ReleasedAgenda, type ReleasedItem } from "@/db/schema/agenda";
import { itemRuns } from "@/db/schema/live";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import type { DelayInput } from "./input";
import { later, type Timed } from "./later";
import { latestRelease } from "./release";
import { isPlaced } from "./rules";
import { writeRelease } from "./write-release";

/**
 * Delays an item and all that follows it on its day: the next release is the latest with those moved, and the working
 * draft moves with it; whatever else is unfinished in the draft stays there. The note says so in every language; nobody
 * is mailed. Refuses `stale` where it does not follow the latest release, `not_released`, `item_ended`.
 */
export async function delay(actor: Actor, input: DelayInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "agenda.delay");
    const before = await latestRelease(tx, event.id, at);
    if (before?.number !== input.after) throw new Refusal("stale");
    const released = before.content.items.map(timed);
    const from = released.find((item) => item.id === input.itemId);
    if (!from) throw new Refusal("not_released");
    const runs = await tx.select().from(itemRuns).where(eq(itemRuns.eventId, event.id));
    if (runs.some((run) => run.itemId === from.id && run.endedAt)) throw new Refusal("item_ended");
    const begun = new Set(runs.map((run) => run.itemId));
    const how = { from, minutes: input.minutes, zone: event.zone, begun };
    const moved = later(released, how);
    await moveDraft(tx, event.id, { how, moved, released });
    const next = {
      before,
      content: withMoved(before.content, moved),
      note: noteOf(from.item.title, input.minutes, begun.has(from.id)),
      action: "agenda.delay" as const,
      details: { minutes: input.minutes, items: moved.length },
      silent: true,
    };
    return writeRelease(tx, actor, event, next, at);
  });
}

const timed = (item: ReleasedItem) => ({
  id: item.id,
  startsAt: new Date(item.startsAt),
  endsAt: new Date(item.endsAt),
  item,
});

/** A release with some of its items at other times; their calendar entries get a higher SEQUENCE (RFC 5546, 2.1.4). */
function withMoved(before: ReleasedAgenda, moved: readonly Timed[]): ReleasedAgenda {
  const items = before.items.map((item) => {
    const to = moved.find((one) => one.id === item.id);
    if (!to) return item;
    const times = { startsAt: to.startsAt.toISOString(), endsAt: to.endsAt.toISOString() };
    return { ...item, ...times, sequence: item.sequence + 1 };
  });
  return { ...before, items };
}

type Move = { how: Parameters<typeof later>[1]; moved: readonly Timed[]; released: readonly Timed[] };

/** Moves the draft by as much: what was moved in the release, and what was never in it but follows the same item. */
async function moveDraft(tx: Transaction, eventId: string, { how, moved, released }: Move) {
  const rows = await tx.select().from(agendaItems).where(eq(agendaItems.eventId, eventId)).for("update");
  const drafted = rows.filter(isPlaced);
  const beside = drafted.filter((row) => !released.some((item) => item.id === row.id));
  const ms = how.minutes * 60_000;
  const following = new Set([...moved, ...later(beside, how)].map((item) => item.id));
  for (const row of drafted.filter(({ id }) => following.has(id))) {
    const begins = how.begun.has(row.id) ? row.startsAt : new Date(row.startsAt.getTime() + ms);
    const times = { startsAt: begins, endsAt: new Date(row.endsAt.getTime() + ms) };
    await tx
      .update(agendaItems)
      .set({ ...times, revision: row.revision + 1 })
      .where(eq(agendaItems.id, row.id));
  }
}

/** What the public is told, in every language. */
function noteOf(title: Localized, minutes: number, begun: boolean): Localized {
  return Object.fromEntries(
    locales.map((locale) => {
      const values = { title: pick(title, locale).text, minutes };
      const t = words(locale, "live.note");
      return [locale, begun ? t("endsLater", values) : t("beginsLater", values)];
    }),
  );
}

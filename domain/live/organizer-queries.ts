import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { itemRuns } from "@/db/schema/live";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { latestRelease } from "@/domain/agenda/release";
import { now } from "@/lib/clock";

/** The released agenda of an event with when each item really began and ended, for those who run the room. */
export async function roomOf(actor: Actor, eventId: string, at = now()) {
  ensure(actor, "speakers.open");
  const [release, runs] = await Promise.all([
    latestRelease(db(), eventId, at),
    db().select().from(itemRuns).where(eq(itemRuns.eventId, eventId)),
  ]);
  const items = (release?.content.items ?? []).map((item) => {
    const run = runs.find((one) => one.itemId === item.id);
    return {
      id: item.id,
      kind: item.kind,
      title: item.title,
      audience: item.audience,
      room: item.room,
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      startedAt: run?.startedAt.toISOString() ?? null,
      endedAt: run?.endedAt?.toISOString() ?? null,
      plannedStartsAt: run?.plannedStartsAt.toISOString() ?? item.startsAt,
      revision: run?.revision ?? 0,
    };
  });
  return {
    number: release?.number ?? 0,
    items: items.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  };
}

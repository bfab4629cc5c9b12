import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { releases } from "@/db/schema/releases";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { UndoInput } from "./input";
import { ensureSeen, itemsOf, lockRelease } from "./lock";
import { releaseState } from "./rules";
import { takeBack } from "./take-back";

/**
 * Takes a whole release back after its instant, in one step, with the reason that decides what becomes of its things.
 * Mails that have left stay left. Refuses `stale`, `release_not_out`, and `obstacles` where something of it cannot be
 * taken back: then nothing is.
 */
export async function undo(actor: Actor, { id, revision, kind, reason }: UndoInput, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.undo");
    ensureSeen(release, revision);
    const { publicFrom } = release;
    if (releaseState(release, at) !== "released" || !publicFrom) throw new Refusal("release_not_out");
    const items = await itemsOf(tx, id);
    await takeBack(tx, actor, { ...release, publicFrom }, items, { kind, reason, at });
    await tx
      .update(releases)
      .set({ undoneAt: at, undoneKind: kind, undoneReason: reason, revision: revision + 1 })
      .where(eq(releases.id, id));
    // What has not left stays here: its letters to press and members, and what of its texts endorsers were to be told.
    await tx
      .update(mails)
      .set({ state: "cancelled", secrets: null })
      .where(
        and(
          eq(mails.aboutKind, "release"),
          eq(mails.aboutId, id),
          ne(mails.template, "release-alarm"),
          eq(mails.state, "queued"),
        ),
      );
    await record(tx, actor, {
      action: "release.undo",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      reason,
      details: { kind, items: items.length, told: release.toldAt !== null },
    });
    return { id, revision: revision + 1 };
  });
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { ensureOpen } from "@/domain/periods/ensure-open";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { reserve } from "./address/reserve";
import { announcementConstraints } from "./create";
import type { AnnouncementFactsInput } from "./input";
import { lockAnnouncement, publicationsOf } from "./lock";
import { wasPublic } from "./rules";
import { bindSpells, boundSpells } from "./spells";

/**
 * Changes what an announcement is: kind, address, event, tags, and the spells it is about. Once a language is
 * published or under embargo, kind and spells are fixed, for they decide what becomes public with it; once it was
 * public, so is its address. Refuses `stale` with theirs, `spells_fixed`, `slug_fixed`, `slug_taken`,
 * `no_such_event`, `no_such_membership`, `period_closed`.
 */
export async function edit(
  actor: Actor,
  { id, revision, membershipIds, ...facts }: AnnouncementFactsInput,
  at = now(),
) {
  const write = () =>
    db().transaction(async (tx) => {
      const row = await lockAnnouncement(tx, id);
      ensure(actor, "announcement.edit");
      await ensureOpen(tx, actor, id, at);
      const bound = (await boundSpells(tx, id)).toSorted();
      const theirs = { ...row, tags: row.tags.join(", "), membershipIds: bound };
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs });
      const spells = membershipIds.toSorted();
      const changed = changedFields({ ...row, membershipIds: bound }, { ...facts, membershipIds: spells });
      if (changed.length === 0) return { revision };
      const publications = await publicationsOf(tx, id);
      const decides = changed.includes("membershipIds") || changed.includes("kind");
      if (decides && publications.some((one) => !one.withdrawnAt)) throw new Refusal("spells_fixed");
      if (changed.includes("slug") && publications.some((one) => wasPublic(one, at))) {
        throw new Refusal("slug_fixed");
      }
      if (changed.includes("slug")) await reserve(tx, facts.slug, id);
      await bindSpells(tx, id, spells);
      await tx
        .update(announcements)
        .set({ ...facts, revision: revision + 1 })
        .where(eq(announcements.id, id));
      await record(tx, actor, {
        action: "announcement.edit",
        subject: ["announcement", id],
        eventId: facts.eventId,
        at,
        details: { changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(announcementConstraints, write);
}

import { desc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pressLinks, pressReads } from "@/db/schema/statement-publishing";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { type PressTarget, pressLinkState } from "./rules";
import { linksTo } from "./target";

/** The press links to a text, latest first, each with when it was opened; nothing for who may give none. */
export async function pressLinksOf(actor: Actor, target: PressTarget, at: Date) {
  if (!can(actor, "press-link.create")) return [];
  const rows = await db()
    .select({
      id: pressLinks.id,
      recipient: pressLinks.recipient,
      outlet: pressLinks.outlet,
      createdAt: pressLinks.createdAt,
      createdBy: pressLinks.createdBy,
      expiresAt: pressLinks.expiresAt,
      revokedAt: pressLinks.revokedAt,
      reads: sql<string[]>`coalesce((select json_agg(r.read_at order by r.read_at)
        from ${pressReads} r where r.link_id = press_links.id), '[]')`,
    })
    .from(pressLinks)
    .where(linksTo(target))
    .orderBy(desc(pressLinks.createdAt), pressLinks.id);
  return rows.map((row) => ({
    ...row,
    reads: row.reads.map((read) => new Date(read)),
    state: pressLinkState(row, at),
  }));
}

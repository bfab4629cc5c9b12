import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { amendmentsOf } from "@/domain/amendments/rows";
import { commentsFor } from "@/domain/comments/queries";
import { latestRevision } from "@/domain/statements/lock";
import { circulationHeads, isClosed, partiesOf, withStanding } from "./parts";

/**
 * The negotiation of a statement as the secretariat sees it: its parties, what was sent round, every amendment with
 * where it stands against the latest authentic text, and every comment. The same number of queries, however much it is.
 */
export async function negotiationForOrganizer(
  actor: Actor,
  { id, authenticLocale }: { id: string; authenticLocale: "en" | "sv" },
) {
  ensure(actor, "statement.list");
  const [parties, circulations, latest, rows, comments, closed] = await Promise.all([
    partiesOf(id),
    circulationHeads(id),
    latestRevision(db(), id, authenticLocale),
    amendmentsOf(id),
    commentsFor({ kind: "secretariat" }, id),
    isClosed(id),
  ]);
  const text = { title: latest?.title ?? "", paragraphs: latest?.paragraphs ?? [] };
  return { parties, circulations, latest, amendments: withStanding(rows, text), comments, closed };
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statementFloors } from "@/db/schema/negotiations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { viewForOrganizer } from "../views/queries";

/** What is on the screen of the room, with the text it is of; nothing while the chair has not begun. */
export async function floorOf(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  const [floor] = await db()
    .select()
    .from(statementFloors)
    .where(eq(statementFloors.statementId, statementId));
  if (!floor) return undefined;
  const viewed = await viewForOrganizer(actor, { statementId, revisionId: floor.revisionId });
  return { ...viewed, view: floor.view, version: floor.version, paragraphId: floor.paragraphId };
}

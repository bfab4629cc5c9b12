import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { participantLists, savedFilters } from "@/db/schema/lists";
import { participations } from "@/db/schema/participations";
import { entriesNow } from "@/domain/participant-lists/entries";
import { before } from "./upcoming-summit";

/** The secretariat's tags, each with the classes it is given to. */
const tags = {
  "VIP lounge": ["head"],
  "Airport transfer": ["head", "interpreter"],
  "Interview request": ["press"],
} as const;

/** What the secretariat keeps beside the participants of the summit: tags, a filter, and the first version of the public list. */
export async function seedLists(
  tx: Transaction,
  summitId: string,
  keeper: { id: string; name: string },
  at: Date,
) {
  for (const [tag, classes] of Object.entries(tags)) {
    await tx
      .update(participations)
      .set({ tags: sql`array_append(${participations.tags}, ${tag})` })
      .where(and(eq(participations.eventId, summitId), inArray(participations.class, [...classes])));
  }
  await tx.insert(savedFilters).values({
    eventId: summitId,
    userId: keeper.id,
    name: "To decide",
    query: "state=submitted%2Cpre_approved%2Con_hold&columns=title%2Corganisation%2Cclass%2Cstate%2Carrival",
    createdAt: before(at, 3),
  });
  await tx.insert(participantLists).values({
    eventId: summitId,
    number: 1,
    note: { en: "Provisional", sv: "Preliminär" },
    // Two have agreed to be named since.
    entries: (await entriesNow(tx, summitId)).slice(0, -2),
    publishedAt: before(at, 2),
    publishedByName: keeper.name,
  });
}

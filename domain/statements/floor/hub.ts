import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { statementFloors } from "@/db/schema/negotiations";
import { hearing } from "@/domain/live/channel";

/** Calls a listener with the new version whenever the chair has moved in a statement; answers how to stop that. */
export const hearFloor = hearing({
  name: "plenary_floor",
  versionsOf: (ids) =>
    db()
      .select({ id: statementFloors.statementId, version: statementFloors.version })
      .from(statementFloors)
      .where(inArray(statementFloors.statementId, ids)),
});

import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { liveVersions } from "@/db/schema/live";
import { hearing } from "./channel";

/** Calls a listener with the new version whenever what is shown of an event has changed; answers how to stop that. */
export const hear = hearing({
  name: "plenary_live",
  versionsOf: (ids) =>
    db()
      .select({ id: liveVersions.eventId, version: liveVersions.version })
      .from(liveVersions)
      .where(inArray(liveVersions.eventId, ids)),
});

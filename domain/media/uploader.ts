import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/users";
import { can } from "@/domain/access/can";
import { actorOf } from "@/domain/sign-in/accounts";
import { now } from "@/lib/clock";
import { hashOf } from "@/lib/tokens";

/** Whether a session is that of somebody who may put files into the library, before anything of a file is read. */
export async function mayUpload(session: string | undefined, at = now()): Promise<boolean> {
  if (!session) return false;
  const [row] = await db()
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(
      and(
        eq(sessions.sessionToken, hashOf(session)),
        gt(sessions.expires, sql`${at.toISOString()}::timestamptz`),
      ),
    );
  return row !== undefined && can(await actorOf(row.userId), "media.add");
}

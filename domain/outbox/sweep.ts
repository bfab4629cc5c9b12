import { and, eq, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";

/** Gives a job back to mails that should have left ten minutes ago: after a restored backup, or an emptied queue. */
export async function sweep(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "mail.deliver");
  const late = new Date(at.getTime() - 10 * 60_000);
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.state, "queued"), lt(mails.nextAttemptAt, sql`${late.toISOString()}::timestamptz`)))
      .limit(1_000);
    for (const { id } of rows) await enqueue(tx, "deliver-mail", { id }, { jobKey: `mail:${id}` });
    return rows.length;
  });
}

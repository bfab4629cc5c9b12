import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Says that what is shown of an event as it happens has changed where no row was written at that moment: what was
 * written before has become public, or was taken back. Every process hears of it when the transaction is done.
 */
export async function touchLive(tx: Transaction, eventId: string) {
  await tx.execute(sql`
    with raised as (
      insert into live_versions (event_id, version) values (${eventId}, 1)
      on conflict (event_id) do update set version = live_versions.version + 1
      returning version)
    select pg_notify('plenary_live', ${eventId}::text || ' ' || version) from raised`);
}

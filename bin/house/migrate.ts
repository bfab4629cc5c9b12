import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { keepNames } from "@/domain/search/keep-names";
import { migrateJobs } from "@/lib/jobs/run";

/** Brings our own schema and the queue's to the newest; harmless when they are, and from two processes at once. */
export async function migrateAll(url: string): Promise<void> {
  await migrate(url);
  await migrateJobs(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await keepNames(drizzle({ client: sql })).finally(() => sql.end());
}

import { migrate } from "@/db/migrate";
import { migrateJobs } from "@/lib/jobs/run";

/** Brings our own schema and the queue's to the newest; harmless when they are, and from two processes at once. */
export async function migrateAll(url: string): Promise<void> {
  await migrate(url);
  await migrateJobs(url);
}

import { driver } from "@/db/client";
import { now } from "@/lib/clock";

/** Fills the database with the demonstration group if it has no group yet. Resolves to whether it did. */
export async function seedIfEmpty(): Promise<boolean> {
  const [group] = await driver()`select 1 from groups`;
  if (group) return false;
  const { seed } = await import("@/db/seed");
  await seed(now());
  return true;
}

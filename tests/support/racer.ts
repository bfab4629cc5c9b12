import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { disconnect } from "@/db/client";
import { register } from "@/domain/participations/register";
import { Refusal } from "@/lib/refusal";
import { stranger } from "./actors";
import { at, registration } from "./make";
import { unlocked } from "./unlocked";

/** What a racer is told: for which event it registers whom, and from which organisation each comes. */
export type Race = { event: string; people: [number: number, organisationId: string | null][] };

/**
 * An app process that registers people, as many at once as it has connections, and prints a line for each when it is
 * told that they are registered: number, outcome, place. What fails on the way to the database is tried again, as
 * somebody would whose browser shows an error. With WITHOUT_LOCK the same verb runs with its lock taken away.
 */
if (process.env.WITHOUT_LOCK) {
  const kept = globalThis as typeof globalThis & { plenarySql?: unknown };
  const max = Number(process.env.DATABASE_POOL);
  kept.plenarySql = unlocked(postgres(process.env.DATABASE_URL ?? "", { max, onnotice: () => {} }));
}

process.on("message", async ({ event, people }: Race) => {
  const waiting = [...people];
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await confirmed(event, ...next);
  };
  await Promise.all(Array.from({ length: Number(process.env.DATABASE_POOL) }, line));
  await disconnect();
  process.disconnect();
});
process.send?.("ready");

async function confirmed(event: string, number: number, organisationId: string | null) {
  const input = registration(event, number);
  const from = organisationId ? { organisationId, organisationName: "" } : {};
  for (;;) {
    try {
      const { outcome, place } = await register(stranger, { ...input, ...from }, at);
      process.stdout.write(`${number} ${outcome} ${place}\n`);
      return;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await pause(100);
    }
  }
}

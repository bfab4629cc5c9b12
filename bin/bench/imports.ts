import { driver } from "@/db/client";
import { map } from "@/domain/imports/map";
import { run } from "@/domain/imports/run";
import { upload } from "@/domain/imports/upload";
import { actorOf } from "@/domain/sign-in/accounts";

const ROWS = 10_000;

/**
 * Imports ten thousand people from one list for an event, delegations and seats included: uploaded, checked, and done
 * behind the event's lock, by the jobs of the house that is measured. Resolves to rows per second of the whole, and of the import alone.
 */
export async function importedPerSecond(): Promise<{ whole: number; alone: number }> {
  const [found] = await driver()<{ event: string; user: string }[]>`
    select e.id as event, u.id as user from events e, users u
    where e.announced_at is not null and e.cancelled_at is null and e.starts_at > now()
      and u.role = 'organizer' and u.deactivated_at is null
    order by e.starts_at limit 1`;
  if (!found) throw new Error("The demonstration has no event to import for.");
  const actor = await actorOf(found.user);
  const countries = ["Sweden", "India", "Finland", "Nowhere Ltd", ""];
  const rows = Array.from(
    { length: ROWS },
    (_, n) =>
      `bench-${n};Bench Person ${n};bench.import.${n}@example.org;${countries[n % 5]};Adviser;Approved`,
  );
  const list = ["Key;Name;E-mail;Organisation;Class;State", ...rows].join("\n");
  const began = performance.now();
  const { id } = await upload(actor, { eventId: found.event }, new File([list], "bench.csv"));
  const mapping = ["externalKey", "name", "email", "organisation", "class", "state"] as const;
  const { revision } = await map(actor, { id, revision: 1, mapping: [...mapping] });
  await reached(id, "checked_at");
  const checked = performance.now();
  await run(actor, { id, revision, mails: false });
  await reached(id, "finished_at");
  const done = performance.now();
  return { whole: (ROWS / (done - began)) * 1000, alone: (ROWS / (done - checked)) * 1000 };
}

/** Waits for the jobs to come so far with an import. */
async function reached(id: string, column: "checked_at" | "finished_at") {
  for (;;) {
    const [row] = await driver()`select ${driver()(column)} as at from imports where id = ${id}`;
    if (row?.at) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { readEnv } from "@/lib/env";
import { releaseJobs } from "@/lib/jobs/release";
import { keepAddress } from "./house/address";
import { ensureBuilt } from "./house/build";
import { settleHere } from "./house/embedded";
import { greet } from "./house/greeting";
import { stayOpen } from "./house/lifetime";
import { migrateAll } from "./house/migrate";
import { refuseTakenPort } from "./house/port";

/** `npm start`: everything from sources to a served address. */
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

await stayOpen(async (onClose) => {
  const alone = !process.env.DATABASE_URL?.trim();
  // What is wrong is said before minutes of building, not after.
  if (!alone) readEnv(process.env);
  await refuseTakenPort();
  await ensureBuilt(console.log, onClose);

  const here = alone ? await settleHere(onClose) : undefined;
  const env = readEnv(process.env);
  await migrateAll(env.DATABASE_URL);
  if (here) {
    const { seedIfEmpty } = await import("./house/seed");
    if (!here.guestOf) await releaseJobs();
    if (await seedIfEmpty()) console.log("Filled the empty database with the demonstration group.");
  }
  const { openServer } = await import("./house/server");
  const server = await openServer(env, false);
  onClose(server.close);
  if (here) keepAddress(here.data, env.BASE_URL, onClose);
  onClose(() => console.log("\nStopping …"));
  console.log(greet(env, here));
});

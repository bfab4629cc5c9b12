import { readEnv } from "@/lib/env";
import { releaseJobs } from "@/lib/jobs/release";
import { keepAddress } from "./house/address";
import { settleHere } from "./house/embedded";
import { greet } from "./house/greeting";
import { stayOpen } from "./house/lifetime";
import { migrateAll } from "./house/migrate";
import { refuseTakenPort } from "./house/port";

/** `npm run dev`: like `npm start`, but pages are compiled when asked for and again when their sources change. */
Object.assign(process.env, { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });

await stayOpen(async (onClose) => {
  await refuseTakenPort();
  const here = process.env.DATABASE_URL?.trim() ? undefined : await settleHere(onClose);
  const env = readEnv(process.env);
  await migrateAll(env.DATABASE_URL);
  const { seedIfEmpty } = await import("./house/seed");
  if (here && !here.guestOf) await releaseJobs();
  if (here) await seedIfEmpty();
  const { openServer } = await import("./house/server");
  const server = await openServer(env, true);
  onClose(server.close);
  if (here) keepAddress(here.data, env.BASE_URL, onClose);
  console.log(greet(env, here));
});

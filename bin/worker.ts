import { disconnect } from "@/db/client";
import { readEnv } from "@/lib/env";
import { runJobs } from "@/lib/jobs/run";
import { stayOpen } from "./house/lifetime";

/** `npm run worker`: works on jobs in a process of its own; the web processes then run with JOBS=none. */
Object.assign(process.env, { NODE_ENV: "production" });

await stayOpen(async (onClose) => {
  const env = readEnv(process.env);
  const { crontab, tasks } = await import("./jobs");
  onClose(disconnect);
  const jobs = runJobs(env.DATABASE_URL, tasks, crontab);
  onClose(jobs.stop);
  console.log("Plenary works on jobs.");
});

import { createRequire } from "node:module";
import type { RunnerOptions } from "graphile-worker";
import { log } from "@/lib/log";

type Pool = NonNullable<RunnerOptions["pgPool"]>;

/** The driver graphile-worker itself depends on, found from where it is. */
const require = createRequire(createRequire(import.meta.url).resolve("graphile-worker"));
const { Pool } = require("pg") as { Pool: new (options: object) => Pool };

/**
 * Connections for working on jobs. graphile-worker would make its own, but stops listening to their errors before they
 * are closed: a database that goes away at that moment would end the process.
 */
export function jobsPool(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 6, application_name: "plenary jobs" });
  const note = (err: Error) => log.warn({ err }, "jobs: a connection to the database was lost");
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
  return pool;
}

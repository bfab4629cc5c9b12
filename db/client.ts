import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { guarded } from "./guard";

/**
 * The one connection pool of a process. `DATABASE_URL` is set by the launcher (embedded) or by the environment.
 * Kept on `globalThis` because `next dev` loads this module anew at every edit.
 */
function connect() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start through `npm start` or `npm run dev`.");
  return postgres(url, {
    max: Number(process.env.DATABASE_POOL ?? 10),
    connect_timeout: 5,
    onnotice: () => {},
  });
}

const kept = globalThis as typeof globalThis & {
  plenarySql?: ReturnType<typeof connect>;
};

/** The raw driver, for what drizzle does not say (LISTEN, health). */
export function driver() {
  kept.plenarySql ??= connect();
  return kept.plenarySql;
}

const open = () => drizzle({ client: guarded(driver()) });
export type Database = ReturnType<typeof open>;
/** A transaction, as `db().transaction` hands it out. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query needs: the pool, or the transaction it must see through. */
export type Queryable = Database | Transaction;

let database: Database | undefined;
/** The database of this process; connects at first use, so that building needs none. */
export function db(): Database {
  database ??= open();
  return database;
}

/** Ends every connection of this process. */
export async function disconnect() {
  await kept.plenarySql?.end({ timeout: 5 });
  kept.plenarySql = undefined;
  database = undefined;
}

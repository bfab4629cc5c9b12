import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { guarded } from "./guard";

/**
 * The one connection pool of a process. `DATABASE_URL` is set by the launcher (embedded) or by the environment.
 * Kept on `globalThis` because `next dev` loads this module anew at every edit.
 */
function connect(max = Number(process.env.DATABASE_POOL ?? 10)) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start through `npm start` or `npm run dev`.");
  return postgres(url, {
    max,
    connect_timeout: 5,
    onnotice: () => {},
  });
}

const kept = globalThis as typeof globalThis & {
  plenarySql?: ReturnType<typeof connect>;
  plenaryPretence?: AsyncLocalStorage<Pretence>;
  plenaryAside?: ReturnType<typeof connect>;
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

/**
 * What a request reads instead of what is: the database as a transaction sees it that will not be committed, at a moment
 * that may be to come (`lib/clock` says so too). Of whatever it is about, the words for the reader.
 */
export type Pretence = { tx: Transaction; at: Date; about: { id: string; title: string; zone: string } };

kept.plenaryPretence ??= new AsyncLocalStorage();

/** Runs the handling of a request within a pretence; all that it calls reads through it. */
export function pretending<T>(pretence: Pretence, run: () => T): T {
  kept.plenaryPretence ??= new AsyncLocalStorage();
  return kept.plenaryPretence.run(pretence, run);
}

/** The pretence this request is answered in, if any. */
export const pretence = () => kept.plenaryPretence?.getStore();

let database: Database | undefined;
/** The database of this process; connects at first use, so that building needs none. */
export function db(): Database {
  const pretended = pretence();
  // It has all that a query or a verb asks of the pool: its own transactions are savepoints.
  if (pretended) return pretended.tx as unknown as Database;
  database ??= open();
  return database;
}

let besides: Database | undefined;
/**
 * The database over one connection that no transaction holds: for what must be written whatever becomes of the
 * transaction of whoever writes it. Out of the pool it could wait for those who wait for it.
 */
export function aside(): Database {
  kept.plenaryAside ??= connect(1);
  besides ??= drizzle({ client: guarded(kept.plenaryAside) });
  return besides;
}

/** Ends every connection of this process. */
export async function disconnect() {
  await Promise.all([kept.plenarySql?.end({ timeout: 5 }), kept.plenaryAside?.end({ timeout: 5 })]);
  kept.plenarySql = undefined;
  kept.plenaryAside = undefined;
  database = undefined;
  besides = undefined;
}

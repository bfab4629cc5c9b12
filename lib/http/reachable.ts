import postgres from "postgres";

/** How long an answer about the database is good for, and how long to wait for one, in milliseconds. */
const FRESH = 1000;
const PATIENCE = 2000;

/**
 * A question: "does the database answer?" Asked on a connection of its own (a busy pool is not an absent database),
 * at most once a second however many ask; resolves within two seconds.
 */
export function databaseProbe(url: string) {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: PATIENCE / 1000,
    backoff: () => 0.1,
    onnotice: () => {},
    connection: { application_name: "plenary probe", statement_timeout: PATIENCE },
  });
  let asked: Promise<boolean> | undefined;

  const ask = async () => {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false).unref());
    const answer = sql`select 1`.then(
      () => true,
      () => false,
    );
    const reachable = await Promise.race([answer, late]);
    const forget = () => {
      asked = undefined;
    };
    if (reachable) setTimeout(forget, FRESH).unref();
    else forget();
    return reachable;
  };

  return {
    /** Whether the database answers, as of at most a second ago. */
    reachable(): Promise<boolean> {
      asked ??= ask();
      return asked;
    },
    /** Whether the database answers now. */
    reachableNow(): Promise<boolean> {
      asked = ask();
      return asked;
    },
    /** Ends the connection. */
    close: () => sql.end({ timeout: 1 }),
  };
}

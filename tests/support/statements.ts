import { driver } from "@/db/client";

/** How many statements a screen's queries send to the database, counted by the driver's own hook. */
export async function countingStatements(screen: () => Promise<unknown>): Promise<number> {
  const { options } = driver();
  const before = options.debug;
  let count = 0;
  options.debug = (_connection, statement) => {
    // A new connection asks once for the database's types: that is the driver's, not the screen's.
    if (!statement.includes("pg_catalog.pg_type")) count++;
  };
  try {
    await screen();
  } finally {
    options.debug = before;
  }
  return count;
}

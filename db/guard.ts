import type postgres from "postgres";

type Client = postgres.Sql;
type Work = (tx: postgres.TransactionSql) => unknown;

/**
 * A driver whose transactions say nothing more on a connection that is gone. postgres.js 3.4.9 sends their `rollback`
 * all the same, which ends the process where nobody can catch it (porsager/postgres#1154, #1208); and once the
 * connection is made anew for somebody else, the rest of the old transaction would run inside theirs.
 */
export function guarded(client: Client): Client {
  return new Proxy(client, {
    get(target, key) {
      if (key !== "begin") return Reflect.get(target, key);
      return (...args: [Work] | [string, Work]) => begin(target, args);
    },
  });
}

/** Whether a transaction is over, by its end or by that of its connection. */
type Life = { over: boolean };

function begin(client: Client, args: [Work] | [string, Work]) {
  const life: Life = { over: false };
  const work = args.length === 1 ? args[0] : args[1];
  const guardedWork: Work = async (tx) => {
    try {
      const result = await work(watched(tx, life));
      if (!life.over) return result;
    } catch (error) {
      if (!life.over) throw error;
    }
    // Its promise is rejected already; settling here would send a `rollback` or a `commit` after it.
    return new Promise(() => {});
  };
  const ended = args.length === 1 ? client.begin(guardedWork) : client.begin(args[0], guardedWork);
  const over = () => {
    life.over = true;
  };
  ended.then(over, over);
  return ended;
}

/** A transaction that notices the end of its connection with its own queries, and refuses those that come after. */
function watched(tx: postgres.TransactionSql, life: Life): postgres.TransactionSql {
  return new Proxy(tx, {
    get(target, key) {
      if (key === "savepoint") return (work: Work) => target.savepoint((inner) => work(watched(inner, life)));
      if (key !== "unsafe") return Reflect.get(target, key);
      return (...asked: Parameters<typeof target.unsafe>) => {
        if (life.over) return unsent();
        const query = target.unsafe(...asked);
        query.catch((error) => {
          if (isGone(error)) life.over = true;
        });
        return query;
      };
    },
  });
}

/** A query that is not sent, as a driver would answer it. */
function unsent() {
  const refused = Promise.reject(
    Object.assign(new Error("The connection of the transaction is gone."), { code: "CONNECTION_CLOSED" }),
  );
  return Object.assign(refused, { values: () => refused });
}

/** Whether an error says that the connection it came over is gone: the driver's, the system's, or PostgreSQL's last. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {
    code = "",
    severity = "",
    syscall,
  } = error as Error & {
    code?: string;
    severity?: string;
    syscall?: string;
  };
  return code.startsWith("CONNECTION_") || syscall !== undefined || ["FATAL", "PANIC"].includes(severity);
}

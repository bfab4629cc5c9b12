import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { driver } from "@/db/client";
import { Refusal } from "./refusal";

/** Speaks postgres.js in the words of the limiter's own driver. */
const store = {
  async query({ text, values }: { text: string; values: (string | number)[] }) {
    return { rows: await driver().unsafe(text, values) };
  },
};

/** So many in so many seconds, counted in the database and so over all processes. */
export type Limit = { name: string; points: number; seconds: number };

/**
 * Counts one more under the key (an address, a peer) and refuses with `too_many` and the minutes to wait once there
 * are more than the limit allows. The key is kept as a hash only.
 */
export async function limit({ name, points, seconds }: Limit, key: string): Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  try {
    await limiter.consume(createHash("sha256").update(key).digest("base64url"));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal("too_many", { minutes: Math.ceil(error.msBeforeNext / 60_000) });
  }
}

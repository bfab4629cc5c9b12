import { sql } from "drizzle-orm";
import { pgTable, timestamp } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { isPublic, type Publishable } from "@/domain/publication/rules";
import { isPublicAt } from "@/domain/publication/where";

const things = pgTable("things", {
  publicFrom: timestamp("public_from", { withTimezone: true, mode: "date" }),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true, mode: "date" }),
});

/** Few instants, a millisecond apart: so that "at that very instant" comes often. */
const instant = fc.integer({ min: 0, max: 4 }).map((n) => new Date(Date.UTC(2026, 2, 29, 1, 0, 0, n)));
const thing = fc.record({ publicFrom: fc.option(instant), withdrawnAt: fc.option(instant) });

const value = (date: Date | null) => sql`${date?.toISOString() ?? null}::timestamptz`;

async function byDatabase(all: Publishable[], at: Date, withdrawable: boolean): Promise<boolean[]> {
  const rows = all.map((one, n) => sql`(${n}::int, ${value(one.publicFrom)}, ${value(one.withdrawnAt)})`);
  const columns = withdrawable ? things : { publicFrom: things.publicFrom };
  const answers = await db().execute<{ public: boolean }>(
    sql`select ${isPublicAt(columns, at)} as public
      from (values ${sql.join(rows, sql`, `)}) as things(n, public_from, withdrawn_at) order by n`,
  );
  return [...answers].map((answer) => answer.public);
}

test("the rule and the database always agree on what is public", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 60 }), instant, async (all, at) => {
      expect(await byDatabase(all, at, true)).toEqual(all.map((one) => isPublic(one, at)));
    }),
    { numRuns: 60 },
  );
});

test("also of what cannot be withdrawn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 60 }), instant, async (all, at) => {
      const never = all.map((one) => ({ ...one, withdrawnAt: null }));
      expect(await byDatabase(never, at, false)).toEqual(never.map((one) => isPublic(one, at)));
    }),
    { numRuns: 30 },
  );
});

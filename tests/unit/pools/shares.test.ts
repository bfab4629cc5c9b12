import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PoolKind, poolKinds } from "@/db/enums";
import { placesInput } from "@/domain/pools/input";
import { capacityOf, type Shares, tooSmall } from "@/domain/pools/rules";

const none: Shares = { members: null, hosts: null, press: null, open: null, reserve: null };
const anyShares = fc.record(
  Object.fromEntries(poolKinds.map((kind) => [kind, fc.option(fc.nat(9))])) as Record<
    PoolKind,
    fc.Arbitrary<number | null>
  >,
);

describe("dividing the seats", () => {
  it("sums to the capacity", () => {
    expect(capacityOf({ ...none, members: 3, press: 0, open: 4 })).toBe(7);
    expect(capacityOf(none)).toBe(0);
  });

  it("names the first pool that would have fewer seats than are taken of it", () => {
    expect(tooSmall({ ...none, open: 2 }, [], { open: 2 })).toBeUndefined();
    expect(tooSmall({ ...none, open: 1 }, [], { open: 2 })).toEqual({ kind: "open", taken: 2 });
    expect(tooSmall({ ...none, open: 9 }, [], { members: 1 })).toEqual({ kind: "members", taken: 1 });
    // One seat above the capacity: the pool may stay as it is.
    const above = [{ kind: "open" as const, seats: 2, taken: 3 }];
    expect(tooSmall({ ...none, open: 2 }, above, { open: 3 })).toBeUndefined();
    expect(tooSmall({ ...none, open: 1 }, above, { open: 3 })).toEqual({ kind: "open", taken: 3 });
  });

  it("never takes a seat from anybody, and never refuses more seats than before", () => {
    fc.assert(
      fc.property(anyShares, anyShares, (wanted, now) => {
        const taken = Object.fromEntries(poolKinds.map((kind) => [kind, now[kind] ?? 0]));
        const pools = poolKinds.flatMap((kind) =>
          now[kind] === null ? [] : [{ kind, seats: now[kind], taken: taken[kind] ?? 0 }],
        );
        const small = tooSmall(wanted, pools, taken);
        if (!small)
          for (const kind of poolKinds) expect(wanted[kind] ?? 0).toBeGreaterThanOrEqual(taken[kind] ?? 0);
        else expect(wanted[small.kind] ?? 0).toBeLessThan(small.taken);
      }),
    );
  });

  it("needs at least one pool, unless there is no limit", () => {
    const places = {
      id: "6f1f2a34-0000-4000-8000-000000000000",
      revision: "1",
      pools: { members: "", hosts: "", press: "", open: "", reserve: "" },
      promotionPolicy: "order",
      offerHours: "",
      nominationClosesAt: "",
      nominationGraceMinutes: "0",
      reviewedFields: "name",
      needsKeptDays: "30",
    };
    expect(placesInput.safeParse(places).success).toBe(false);
    expect(placesInput.parse({ ...places, unlimited: "on" })).toMatchObject({
      unlimited: true,
      offerHours: null,
      reviewedFields: ["name"],
    });
    expect(placesInput.parse({ ...places, pools: { ...places.pools, open: "0" } }).pools.open).toBe(0);
  });
});

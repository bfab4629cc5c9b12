import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participationClasses, poolKinds, promotionPolicies } from "@/db/enums";
import { moveUp } from "@/domain/participations/line/rules";
import { drawOrder, freeIn, type Pool, seatFor, withOneTaken } from "@/domain/pools/rules";

const pools = (...shares: [Pool["kind"], number, number][]): Pool[] =>
  shares.map(([kind, seats, taken]) => ({ kind, seats, taken }));

const anyPools = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...poolKinds), seats: fc.nat(6), taken: fc.nat(8) }),
  { selector: (pool) => pool.kind, minLength: 1 },
);

const anyLine = fc
  .array(
    fc.record({
      class: fc.constantFrom(...participationClasses),
      pool: fc.constantFrom(...poolKinds),
    }),
    { maxLength: 25 },
  )
  .map((rows) => rows.map((row, n) => ({ ...row, id: `p${n}`, arrival: n + 1 })));

describe("pools", () => {
  it("have no limit where there are none, and no seats of a kind they lack", () => {
    expect(seatFor([], "members")).toBe("members");
    expect(freeIn([], "open")).toBe(Number.POSITIVE_INFINITY);
    expect(freeIn(pools(["open", 5, 0]), "members")).toBe(0);
    expect(freeIn(pools(["open", 2, 3]), "open")).toBe(0);
  });

  it("are drawn on in order: one's own first, then the open one; the press stays among itself", () => {
    const both = pools(["members", 1, 1], ["press", 1, 1], ["open", 5, 0]);
    expect(seatFor(both, "members")).toBe("open");
    expect(seatFor(both, "press")).toBeNull();
    expect(seatFor(pools(["open", 5, 0]), "press")).toBe("open");
    expect(drawOrder(both, "hosts")).toEqual(["hosts", "members", "open"]);
  });

  it("never give a seat that is not there, whatever the shares", () => {
    fc.assert(
      fc.property(anyPools, fc.constantFrom(...poolKinds), (shares, own) => {
        const seat = seatFor(shares, own);
        if (seat) expect(freeIn(shares, seat)).toBeGreaterThan(0);
        else for (const kind of drawOrder(shares, own)) expect(freeIn(shares, kind)).toBe(0);
        if (own !== "reserve") expect(seat).not.toBe("reserve");
      }),
    );
  });
});

describe("moving up", () => {
  it("fills no pool above its seats, gives everyone one seat, and leaves nobody for whom there is one", () => {
    fc.assert(
      fc.property(anyLine, anyPools, fc.constantFrom(...promotionPolicies), (line, shares, policy) => {
        const moves = moveUp(line, shares, policy, participationClasses);
        if (policy === "manual") {
          expect(moves).toEqual([]);
          return;
        }
        let after: Pool[] = shares;
        for (const { pool } of moves) {
          expect(freeIn(after, pool)).toBeGreaterThan(0);
          after = withOneTaken(after, pool);
        }
        const moved = new Set(moves.map(({ row }) => row.id));
        expect(moved.size).toBe(moves.length);
        for (const row of line) if (!moved.has(row.id)) expect(seatFor(after, row.pool)).toBeNull();
      }),
    );
  });

  it("keeps the order of arrival among those of one pool, and says of everyone else why they were passed over", () => {
    fc.assert(
      fc.property(anyLine, anyPools, (line, shares) => {
        const moves = moveUp(line, shares, "order", participationClasses);
        const moved = new Set(moves.map(({ row }) => row.id));
        for (const { row, passedOver } of moves) {
          const before = line.filter((other) => other.arrival < row.arrival && !moved.has(other.id));
          expect(passedOver.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
          for (const other of before) expect(other.pool).not.toBe(row.pool);
        }
      }),
    );
  });

  it("by priority lets a head pass an adviser who came first, and says so", () => {
    const line = [
      { id: "adviser", arrival: 1, class: "adviser" as const, pool: "open" as const },
      { id: "head", arrival: 2, class: "head" as const, pool: "open" as const },
    ];
    expect(moveUp(line, pools(["open", 1, 0]), "priority", ["head", "adviser"])).toEqual([
      { row: line[1], pool: "open", passedOver: [{ id: "adviser", reason: "lower_class" }] },
    ]);
  });
});

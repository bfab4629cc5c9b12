import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnpublishReason } from "@/db/enums";
import { afterwards, editionsOf, ledToFrom } from "@/domain/publication/editions/rules";

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const edition = (
  from: number,
  to: number | null = null,
  withdrawalKind: UnpublishReason | null = null,
  leadsToId: string | null = null,
) => ({ publicFrom: day(from), withdrawnAt: to === null ? null : day(to), withdrawalKind, leadsToId });

describe("editions", () => {
  it("are numbered for good: what was taken back as a mistake leaves its number empty", () => {
    const all = [edition(1, 3), edition(3, 5, "error"), edition(6, 8), edition(8)];
    expect(editionsOf(all, day(9)).map((one) => one.edition)).toEqual([1, 3, 4]);
    expect(editionsOf(all, day(4)).map((one) => one.edition)).toEqual([1, 2]);
  });

  it("are not those under embargo, nor those whose embargo was lifted for good", () => {
    expect(editionsOf([edition(5)], day(4))).toEqual([]);
    expect(editionsOf([edition(5)], day(5))).toHaveLength(1);
    expect(editionsOf([edition(5, 3, "too_early"), edition(7)], day(8)).map((one) => one.edition)).toEqual([
      1,
    ]);
  });
});

describe("an address whose text was taken back", () => {
  const on = (kind: UnpublishReason, leadsToId: string | null = null) =>
    afterwards([edition(1, 3, kind, leadsToId)], day(4));

  it("answers by the reason", () => {
    expect(on("too_early")).toEqual({ kind: "nothing" });
    expect(on("error")).toEqual({ kind: "gone" });
    expect(on("error", "b")).toEqual({ kind: "leads", toId: "b" });
    expect(on("merged", "b")).toEqual({ kind: "leads", toId: "b" });
    expect(on("withdrawn")).toEqual({ kind: "withdrawn" });
  });

  it("answers nothing where it never was public", () => {
    expect(afterwards([edition(9, 3, "withdrawn")], day(10))).toEqual({ kind: "nothing" });
    expect(afterwards([edition(9)], day(4))).toEqual({ kind: "nothing" });
  });
});

describe("what is led to", () => {
  it("is found over every step, and a circle ends the search", () => {
    const links = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "a" },
      { from: "d", to: null },
    ];
    expect([...ledToFrom(links, "a")].toSorted()).toEqual(["a", "b", "c"]);
    expect([...ledToFrom(links, "d")]).toEqual(["d"]);
  });

  it("has no circle where each link was asked for first", () => {
    const node = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.array(fc.record({ from: node, to: node }), { maxLength: 12 }), (asked) => {
        const links: typeof asked = [];
        for (const link of asked) {
          if (!ledToFrom(links, link.to).has(link.from)) links.push(link);
        }
        for (const { from, to } of links) expect(ledToFrom(links, to).has(from)).toBe(false);
      }),
    );
  });
});

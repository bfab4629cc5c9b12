import { describe, expect, it } from "vitest";
import type { UnpublishReason } from "@/db/enums";
import { afterwards, editionsOf, warningsOnPublishing } from "@/domain/statements/publishing/rules";

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

describe("warnings", () => {
  it("name a translation nobody else looked over, never the authentic text", () => {
    const facts = { authenticLocale: "en" as const, reviewed: false };
    expect(warningsOnPublishing({ ...facts, locale: "sv" })).toEqual(["not_reviewed"]);
    expect(warningsOnPublishing({ ...facts, locale: "sv", reviewed: true })).toEqual([]);
    expect(warningsOnPublishing({ ...facts, locale: "en" })).toEqual([]);
  });
});

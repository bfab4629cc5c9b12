import { describe, expect, it } from "vitest";
import { warningsOnPublishing } from "@/domain/statements/publishing/rules";

describe("warnings", () => {
  it("name a translation nobody else looked over, never the authentic text", () => {
    const facts = { authenticLocale: "en" as const, reviewed: false };
    expect(warningsOnPublishing({ ...facts, locale: "sv" })).toEqual(["not_reviewed"]);
    expect(warningsOnPublishing({ ...facts, locale: "sv", reviewed: true })).toEqual([]);
    expect(warningsOnPublishing({ ...facts, locale: "en" })).toEqual([]);
  });
});

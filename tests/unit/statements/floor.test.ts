import { describe, expect, it } from "vitest";
import { around, placeIn } from "@/domain/statements/floor/rules";

const paragraphs = ["a", "b", "c"].map((id) => ({ id }));

describe("the chair's place in a text", () => {
  it("has neighbours, none before the first and none behind the last", () => {
    expect(around(paragraphs, "b")).toEqual({ previous: "a", next: "c" });
    expect(around(paragraphs, "a")).toEqual({ previous: undefined, next: "b" });
    expect(around(paragraphs, "c")).toEqual({ previous: "b", next: undefined });
    expect(around(paragraphs, null)).toEqual({ previous: undefined, next: "a" });
    expect(around([], null)).toEqual({ previous: undefined, next: undefined });
  });

  it("is where it was said to be, else where it was, else the beginning", () => {
    expect(placeIn(paragraphs, "c", "b")).toBe("c");
    expect(placeIn(paragraphs, null, "b")).toBe("b");
    expect(placeIn(paragraphs, null, "gone")).toBe("a");
    expect(placeIn([], "c", "b")).toBe(null);
  });
});

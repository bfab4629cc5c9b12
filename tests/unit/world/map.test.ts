import { describe, expect, test } from "vitest";
import { countryChoices } from "@/lib/i18n/choices";
import { digitsOf } from "@/lib/world/codes";
import { landOutline, shapeOf, size } from "@/lib/world/map";

const codes = countryChoices("en").map((choice) => choice.value);

describe("the map of the world", () => {
  test("knows the digits of each of the 249 codes, every country its own", () => {
    const digits = codes.map(digitsOf);
    expect(digits.filter((one) => !/^\d{3}$/.test(one ?? ""))).toEqual([]);
    expect(new Set(digits).size).toBe(249);
    expect(digitsOf("XX")).toBeUndefined();
  });

  test("draws countries where they lie: Sweden north of India, Brazil west of both", () => {
    const [se, india, brazil] = ["SE", "IN", "BR"].map(shapeOf);
    if (!se?.d || !india?.d || !brazil?.d) throw new Error("a country is missing");
    expect(se.y).toBeLessThan(india.y);
    expect(brazil.x).toBeLessThan(se.x);
    expect(se.dot).toBe(false);
  });

  test("makes a dot of a country that is too small to be seen, also where the coarse map has none", () => {
    expect(shapeOf("LU")).toMatchObject({ dot: true });
    expect(shapeOf("SG")).toMatchObject({ d: undefined, dot: true });
  });

  test("places nearly every country, all of them within its frame", () => {
    const shapes = codes.map((code) => shapeOf(code)).filter((shape) => shape !== undefined);
    expect(shapes.length).toBeGreaterThan(230);
    expect(shapes.filter(({ x, y }) => !(x >= 0 && x <= size.width && y >= 0 && y <= size.height))).toEqual(
      [],
    );
    expect(shapeOf("XX")).toBeUndefined();
  });

  test("is small: its land is sent with the page", () => {
    expect(landOutline().length).toBeLessThan(45_000);
  });
});

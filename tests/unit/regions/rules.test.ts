import { describe, expect, it } from "vitest";
import { regionOf, regions } from "@/domain/regions/rules";
import { countryChoices } from "@/lib/i18n/choices";

describe("the regions of the world", () => {
  const codes = countryChoices("en").map((choice) => choice.value);

  it("know each of the 249 codes of ISO 3166-1", () => {
    expect(codes).toHaveLength(249);
    expect(codes.filter((code) => regionOf(code) === undefined)).toEqual([]);
  });

  it("have as many codes as M49 counts, and no code that is none", () => {
    const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
    const all = letters.flatMap((a) => letters.map((b) => `${a}${b}`)).filter((code) => regionOf(code));
    expect(all.toSorted()).toEqual(codes.toSorted());
    const count = (region: string) => all.filter((code) => regionOf(code) === region).length;
    expect(regions.map(count)).toEqual([60, 57, 51, 51, 29, 1]);
  });

  it("put countries where the United Nations counts them", () => {
    const where = {
      SE: "europe",
      IN: "asia",
      ZA: "africa",
      US: "americas",
      AU: "oceania",
      CY: "asia",
      RU: "europe",
      GL: "americas",
    };
    expect(Object.keys(where).map(regionOf)).toEqual(Object.values(where));
    expect(regionOf("EU")).toBeUndefined();
  });
});

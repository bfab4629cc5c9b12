import fs from "node:fs";
import fc from "fast-check";
import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { darkRuns } from "@/components/badges/qr";
import { classColours, firstsAndReprints, sizeThatFits } from "@/domain/badges/rules";
import { printable } from "@/lib/pdf/letters";
import { newToken } from "@/lib/tokens";

describe("the code on a badge", () => {
  it("is read by the scanner of the door as it is drawn", () => {
    for (let n = 0; n < 5; n++) {
      const { token } = newToken();
      const { size, runs } = darkRuns(token);
      const [scale, quiet] = [6, 4];
      const side = (size + 2 * quiet) * scale;
      const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
      for (const { row, from, length } of runs)
        for (let y = (row + quiet) * scale; y < (row + quiet + 1) * scale; y++)
          for (let x = (from + quiet) * scale; x < (from + length + quiet) * scale; x++)
            pixels.set([28, 36, 33], (y * side + x) * 4);
      expect(jsQR(pixels, side, side)?.data).toBe(token);
    }
  });
});

describe("the colours of the classes", () => {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  it.each(Object.entries(classColours))(
    "%s can be read white on it, on paper and on the card",
    (name, hex) => {
      expect(1.05 / (luminance(hex) + 0.05)).toBeGreaterThan(7);
      expect(fs.readFileSync("app/globals.css", "utf8")).toContain(`--color-class-${name}: ${hex};`);
    },
  );
  it("are all different", () => {
    expect(new Set(Object.values(classColours)).size).toBe(Object.keys(classColours).length);
  });
});

describe("a name on a badge", () => {
  const box = { width: 260, height: 84 };
  it("is as large as fits, and smaller the longer it is", () => {
    expect(sizeThatFits("Åsa Öberg", box, 30)).toBe(30);
    const long = "Maria del Carmen Fernández de Córdoba y Álvarez de Toledo";
    expect(sizeThatFits(long, box, 30)).toBeLessThan(26);
    expect(sizeThatFits(long, box, 30)).toBeGreaterThan(16);
    expect(sizeThatFits("Wolfeschlegelsteinhausenbergerdorff", box, 30)).toBeLessThan(15);
  });
  it("never grows when it gets longer", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w+( \w+){0,6}$/), fc.stringMatching(/^\w{1,20}$/), (name, more) => {
        const [short, long] = [sizeThatFits(name, box, 30), sizeThatFits(`${name} ${more}`, box, 30)];
        expect(long).toBeLessThanOrEqual(short);
        expect(long).toBeGreaterThanOrEqual(5);
      }),
    );
  });
  it.each([
    ["Łukasz Żółć-Szczęśniewski", true],
    ["Γιώργος Παπαδόπουλος", true],
    ["Александра Константинопольская", true],
    ["Nguyễn Thị Hương", true],
    ["Seán Ó Súilleabháin’s", true],
    ["王小明", false],
    ["سلمان", false],
    ["Ada 😀", false],
  ])("%s has letters that can be printed: %s", (name, can) => expect(printable(name)).toBe(can));
});

it("counts first badges and reprints", () => {
  expect(firstsAndReprints([{ number: 0 }, { number: 2 }, { number: 0 }])).toEqual({
    firsts: 2,
    reprints: 1,
  });
});

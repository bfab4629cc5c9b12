import fc from "fast-check";
import { expect, test } from "vitest";
import { allMediaTypes, fitted, kindOfType, rangeOf, sizeFor } from "@/domain/media/rules";

const sizes = [{ width: 2_000 }, { width: 480 }, { width: 960 }];

test("a picture is answered in the smallest size that is wide enough", () => {
  expect(sizeFor(sizes, 300)).toEqual({ width: 480 });
  expect(sizeFor(sizes, 480)).toEqual({ width: 480 });
  expect(sizeFor(sizes, 481)).toEqual({ width: 960 });
  expect(sizeFor(sizes, 9_999)).toEqual({ width: 2_000 });
  expect(sizeFor(sizes, null)).toEqual({ width: 2_000 });
  expect(sizeFor([{ width: null }], 480)).toEqual({ width: null });
});

test("what is taken is of one kind, and no drawing, page or text is", () => {
  for (const type of allMediaTypes) expect(kindOfType(type)).toBeDefined();
  for (const type of ["image/svg+xml", "text/html", "text/plain", "application/xml"])
    expect(kindOfType(type)).toBeUndefined();
});

test("parts of a file", () => {
  expect(rangeOf("bytes=0-99", 1_000)).toEqual({ from: 0, to: 99 });
  expect(rangeOf("bytes=900-", 1_000)).toEqual({ from: 900, to: 999 });
  expect(rangeOf("bytes=-100", 1_000)).toEqual({ from: 900, to: 999 });
  expect(rangeOf("bytes=-5000", 1_000)).toEqual({ from: 0, to: 999 });
  for (const outside of ["bytes=1000-", "bytes=5-4", "bytes=-0"])
    expect(rangeOf(outside, 1_000)).toBe("outside");
  for (const unknown of [null, "", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b"])
    expect(rangeOf(unknown, 1_000)).toBeUndefined();
});

test("whatever part is asked for lies within the file", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 90_000_000 }), (from, to, size) => {
      const range = rangeOf(`bytes=${from}-${to}`, size);
      if (range === "outside") expect(from >= size || from > to).toBe(true);
      else expect(range && range.from >= 0 && range.from <= range.to && range.to < size).toBe(true);
    }),
  );
});

test("a picture fits into its box in its own proportions, and is never shown larger than it is", () => {
  const box = { width: 160, height: 80 };
  expect(fitted({ width: 1_200, height: 300 }, box)).toEqual({ width: 160, height: 40 });
  expect(fitted({ width: 500, height: 500 }, box)).toEqual({ width: 80, height: 80 });
  expect(fitted({ width: 40, height: 30 }, box)).toEqual({ width: 40, height: 30 });
  expect(fitted({ width: 4_096, height: 1 }, box)).toEqual({ width: 160, height: 1 });
  const side = fc.integer({ min: 1, max: 4_096 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const shown = fitted({ width, height }, box);
      for (const one of ["width", "height"] as const) {
        expect(shown[one]).toBeGreaterThan(0);
        expect(shown[one]).toBeLessThanOrEqual(Math.min({ width, height }[one], box[one]));
      }
    }),
  );
});

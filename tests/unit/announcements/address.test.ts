import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "@/db/enums";
import { type Address, addressIn, answerAt } from "@/domain/announcements/address/rules";

const base = "japan-joins";
const own = (locale: Locale, slug: string, present = true): Address => ({ locale, slug, present });
const both = [...locales];

describe("what an address answers", () => {
  test("the text where it is at home, in the other language where there is no other", () => {
    expect(answerAt(base, "en", { addresses: [], base, published: both })).toEqual({
      kind: "here",
      locale: "en",
    });
    expect(answerAt(base, "sv", { addresses: [], base, published: ["en"] })).toEqual({
      kind: "here",
      locale: "en",
    });
    const addresses = [own("sv", "japan-blir-medlem")];
    expect(answerAt("japan-blir-medlem", "en", { addresses, base, published: ["sv"] })).toEqual({
      kind: "here",
      locale: "sv",
    });
  });

  test("nothing where nothing is public", () => {
    expect(answerAt(base, "en", { addresses: [own("en", "a")], base, published: [] })).toBeUndefined();
  });

  test("leads from a former address to the present one for good", () => {
    const addresses = [own("en", "a", false), own("en", "b", false), own("en", "c")];
    for (const slug of ["a", "b"]) {
      expect(answerAt(slug, "en", { addresses, base, published: both })).toEqual({
        kind: "elsewhere",
        slug: "c",
        forGood: true,
      });
    }
  });

  test("leads from the other language's address to the reader's for now", () => {
    const addresses = [own("sv", "japan-blir-medlem")];
    expect(answerAt("japan-blir-medlem", "en", { addresses, base, published: both })).toEqual({
      kind: "elsewhere",
      slug: base,
      forGood: false,
    });
    expect(answerAt(base, "sv", { addresses, base, published: both })).toMatchObject({
      slug: "japan-blir-medlem",
      forGood: false,
    });
  });

  test("never leads in a circle, nor over more than one step", () => {
    const slug = fc.constantFrom("a", "b", "c", "d", base);
    const address = fc.record({ locale: fc.constantFrom(...locales), slug, present: fc.boolean() });
    // One present address a language, and an address once in each language, as the database has it.
    const addresses = fc
      .uniqueArray(address, { selector: (one) => `${one.locale} ${one.slug}` })
      .map((all) =>
        all.filter(
          (one) => !one.present || all.find((other) => other.locale === one.locale && other.present) === one,
        ),
      );
    const published = fc.subarray(both, { minLength: 1 });
    fc.assert(
      fc.property(addresses, published, slug, fc.constantFrom(...locales), (all, texts, asked, locale) => {
        const life = { addresses: all, base, published: texts };
        const answer = answerAt(asked, locale, life);
        if (answer?.kind !== "elsewhere") return;
        expect(answerAt(answer.slug, locale, life)).toMatchObject({ kind: "here" });
      }),
    );
  });

  test("the present address of a language is its own, else the one of all", () => {
    expect(addressIn([own("sv", "x"), own("en", "y", false)], base, "sv")).toBe("x");
    expect(addressIn([own("sv", "x"), own("en", "y", false)], base, "en")).toBe(base);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as input from "@/domain/input";
import { slugFrom } from "@/domain/slug";

const refused = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  !schema.safeParse(value).success;

describe("a line of text", () => {
  it("is trimmed and composed, and keeps names as given", () => {
    expect(input.line(40).parse("  Bjo\u0308rn bin Salman ")).toBe("Björn bin Salman");
    expect(input.line(40).parse("McDonald")).toBe("McDonald");
  });

  it.each([
    ["nothing", undefined],
    ["only spaces", "   "],
    ["too long", "x".repeat(41)],
    ["ten megabytes", "x".repeat(10_000_000)],
    ["a NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800"],
    ["a bidirectional override", "abc\u202edcb"],
    ["two lines", "a\nb"],
    ["a number", 7],
    ["an array", ["a"]],
    ["an object", { toString: "a" }],
  ])("refuses %s", (_, value) => expect(refused(input.line(40), value)).toBe(true));

  it("never lets through what PostgreSQL cannot store", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (value) => {
        const parsed = input.optionalLines(100).safeParse(value);
        if (parsed.success) expect(parsed.data.isWellFormed() && !parsed.data.includes("\u0000")).toBe(true);
      }),
    );
  });

  it("keeps the direction marks that Arabic and Hebrew need", () => {
    expect(input.line(40).parse("abc\u200fאבג")).toBe("abc\u200fאבג");
  });
});

describe("a text per language", () => {
  it("drops empty languages and asks for one", () => {
    expect(input.localizedLine(40).parse({ en: "Opening", sv: " " })).toEqual({
      en: "Opening",
    });
    expect(refused(input.localizedLine(40), { en: "", sv: "" })).toBe(true);
    expect(input.optionalLocalizedLine(40).parse(undefined)).toEqual({});
  });

  it("ignores languages it does not know", () => {
    expect(input.localizedLine(40).parse({ en: "Opening", xx: "Nope" })).toEqual({ en: "Opening" });
  });
});

describe("an e-mail address", () => {
  it("is lower-cased", () => expect(input.emailAddress.parse(" Anna@Example.ORG ")).toBe("anna@example.org"));

  it.each([
    "",
    "anna",
    "anna@",
    "anna@example",
    "a@example.org, b@example.org",
    "a@example.org;b@example.org",
    '"a@evil.example"@example.org',
    "anna\uff20example.org",
    "anna@example.org\nBcc: b@example.org",
    "<anna@example.org>",
    "anna@ex ample.org",
    `${"a".repeat(250)}@example.org`,
  ])("refuses %j", (value) => expect(refused(input.emailAddress, value)).toBe(true));
});

describe("days, times and zones", () => {
  it("refuse what does not exist", () => {
    expect(refused(input.day, "2023-02-29")).toBe(true);
    expect(input.day.parse("2024-02-29")).toBe("2024-02-29");
    expect(refused(input.localDateTime, "2024-01-01T25:00")).toBe(true);
    expect(input.localDateTime.parse("2024-01-01T09:30")).toBe("2024-01-01T09:30");
    expect(refused(input.zone, "Europe/Atlantis")).toBe(true);
    expect(input.zone.parse("Asia/Kolkata")).toBe("Asia/Kolkata");
    expect(input.zone.parse("UTC")).toBe("UTC");
  });

  it("are nothing where the field was left empty", () => {
    expect(input.optionalDay.parse("")).toBeNull();
    expect(input.optionalLocalDateTime.parse(undefined)).toBeNull();
    expect(input.optionalNumber(0, 10).parse("")).toBeNull();
    expect(input.optionalNumber(0, 10).parse("7")).toBe(7);
    expect(refused(input.optionalNumber(0, 10), "11")).toBe(true);
    expect(refused(input.optionalNumber(0, 10), "1.5")).toBe(true);
  });
});

describe("a slug", () => {
  it("comes from a title", () => {
    expect(slugFrom("Ledarskapsgruppens möte — Århus 2026!")).toBe("ledarskapsgruppens-mote-arhus-2026");
    expect(slugFrom("Østergård")).toBe("ostergard");
    expect(slugFrom("日本")).toBe("");
  });

  it("of any text is one the form accepts, or empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const slug = slugFrom(text);
        expect(slug === "" || input.slug.safeParse(slug).success).toBe(true);
      }),
    );
  });
});

describe("the name of a person", () => {
  it("is as it is given, and holds no address that a mail would make a link of", () => {
    for (const name of [
      "H.E. Ms. Åsa Öst",
      "J.R.R. Tolkien",
      "Jean-Luc O’Neil, Jr.",
      "محمد بن سلمان",
      "𠮷野",
    ])
      expect(input.personName.parse(name)).toBe(name);
    const links = [
      "https://evil.example",
      "Win at WWW.evil.example",
      "Anna, see evil.example/login",
      "x://y",
    ];
    for (const name of links)
      expect(input.personName.safeParse(name).error?.issues[0]?.message, name).toBe(
        "validation.addressInName",
      );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/db/enums";
import { digestDue, masked, newsTo, subscriptionState, type Told, wants } from "@/domain/subscriptions/rules";
import { derivedId, derivedToken } from "@/lib/tokens";

const t0 = new Date("2026-03-02T09:00:00Z");
const hours = (n: number) => new Date(t0.getTime() + n * 3_600_000);
const told = (locale: Locale, from: number, more: Partial<Told> = {}): Told => ({
  id: `${locale}${from}`,
  locale,
  publicFrom: hours(from),
  publishedAt: hours(from),
  withdrawnAt: null,
  major: true,
  ...more,
});

describe("who is told of a publication", () => {
  it("each language by its own, where both are public or about to be", () => {
    const [en, sv] = [told("en", 0), told("sv", 5, { publishedAt: hours(0) })];
    expect(newsTo("en", en, [en, sv])).toBe("first");
    expect(newsTo("sv", en, [en, sv])).toBeNull();
    expect(newsTo("sv", sv, [en, sv])).toBe("first");
    expect(newsTo("en", sv, [en, sv])).toBeNull();
  });

  it("the other language where there is none of their own, and not again when theirs comes", () => {
    const en = told("en", 0);
    expect(newsTo("sv", en, [en])).toBe("first");
    const sv = told("sv", 3);
    expect(newsTo("sv", sv, [en, sv])).toBeNull();
  });

  it("again of a major change and of what is public anew, never of a minor one", () => {
    const first = told("en", 0, { withdrawnAt: hours(2) });
    const change = told("en", 2);
    expect(newsTo("en", change, [first, change])).toBe("again");
    expect(newsTo("sv", change, [first, change])).toBe("again");
    const minor = told("en", 2, { major: false });
    expect(newsTo("en", minor, [first, minor])).toBeNull();
    const lifted = told("en", 5, { publishedAt: hours(0), withdrawnAt: hours(1) });
    expect(newsTo("en", change, [lifted, change])).toBe("first");
  });

  it("nobody of what never was public", () => {
    const en = told("en", 5, { publishedAt: hours(0), withdrawnAt: hours(1) });
    for (const reader of ["en", "sv"] as const) expect(newsTo(reader, en, [en])).toBeNull();
  });

  it("everybody of a first publication exactly once, whatever the languages and times", () => {
    const one = fc.record({ from: fc.integer({ min: 0, max: 5 }), planned: fc.boolean() });
    fc.assert(
      fc.property(one, one, fc.constantFrom("en" as const, "sv" as const), (a, b, reader) => {
        const en = told("en", a.from, a.planned ? { publishedAt: hours(0) } : {});
        const sv = told("sv", b.from, b.planned ? { publishedAt: hours(0) } : {});
        const times = [en, sv].filter((publication) => newsTo(reader, publication, [en, sv]) !== null);
        expect(times.map((publication) => publication.id)).toHaveLength(1);
      }),
    );
  });
});

describe("the digest", () => {
  it("is due at seven in the group's zone, whatever its clocks do", () => {
    const due = (at: string, zone = "Europe/Stockholm") => digestDue(new Date(at), zone).toISOString();
    expect(due("2026-03-28T06:00:00Z")).toBe("2026-03-28T06:00:00.000Z");
    expect(due("2026-03-28T05:59:59Z")).toBe("2026-03-27T06:00:00.000Z");
    // The clocks go forward in the night to the 29th of March, and back in the one to the 25th of October.
    expect(due("2026-03-29T05:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(due("2026-03-29T04:59:00Z")).toBe("2026-03-28T06:00:00.000Z");
    expect(due("2026-10-25T05:59:00Z")).toBe("2026-10-24T05:00:00.000Z");
    expect(due("2026-10-25T06:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
    expect(due("2026-10-25T01:16:00Z", "Asia/Kolkata")).toBe("2026-10-24T01:30:00.000Z");
    expect(due("2026-10-25T01:31:00Z", "Asia/Kolkata")).toBe("2026-10-25T01:30:00.000Z");
  });
});

describe("a subscription", () => {
  it("is asked for, then confirmed or too old, then ended", () => {
    const life = { askedAt: t0, confirmedAt: null, endedAt: null };
    expect(subscriptionState(life, hours(71))).toBe("asked");
    expect(subscriptionState(life, hours(72))).toBe("expired");
    expect(subscriptionState({ ...life, confirmedAt: hours(1) }, hours(900))).toBe("confirmed");
    expect(subscriptionState({ ...life, confirmedAt: hours(1), endedAt: hours(2) }, hours(3))).toBe("ended");
  });

  it("shows an address by its first letter, and wants all kinds where it names none", () => {
    expect(masked("anna@example.org")).toBe("a…@example.org");
    expect([wants([], "video"), wants(["video"], "video"), wants(["brief"], "video")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("has a link that only the secret can write", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (id, other) => {
        const token = derivedToken("secret", "subscription", id);
        expect(token).toMatch(/^[\w-]{43}$/);
        expect(derivedId("secret", "subscription", token)).toEqual({ id, sealed: true });
        expect(derivedId(`secret${other}x`, "subscription", token)).toEqual({ id, sealed: false });
        expect(derivedId("secret", "other", token)).toEqual({ id, sealed: false });
        if (other !== token) expect(derivedId("secret", "subscription", other)?.sealed ?? false).toBe(false);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { webhookTopics } from "@/db/enums";
import { webhookInput } from "@/domain/webhooks/input";
import { isReceiver, isTaken, keyOf, mostAttempts, nextAttempt, toldBy } from "@/domain/webhooks/rules";

describe("a receiver", () => {
  test.each([
    "https://example.org/hook?key=1",
    "https://example.org:8443/",
    "http://localhost:3000/",
    "http://[::1]/",
  ])("may be %s", (address) => expect(isReceiver(address)).toBe(true));
  test.each([
    "http://example.org/",
    "ftp://example.org/",
    "https://user:secret@example.org/",
    "javascript:alert(1)",
    "//example.org",
    "",
  ])("may not be %s", (address) => expect(isReceiver(address)).toBe(false));

  test("wants to know of something", () => {
    const given = { name: "Site", url: "https://example.org/" };
    expect(webhookInput.safeParse({ ...given, topics: [] }).success).toBe(false);
    expect(webhookInput.safeParse({ ...given, topics: ["party"] }).success).toBe(false);
    expect(webhookInput.safeParse({ ...given, topics: "event.announced" }).data?.topics).toEqual([
      "event.announced",
    ]);
  });
});

test("attempts are made over about a day, ever further apart", () => {
  const begun = new Date("2026-03-02T09:00:00Z");
  let at = begun;
  const gaps: number[] = [];
  for (let attempts = 1; attempts < mostAttempts; attempts++) {
    const next = nextAttempt(attempts, at);
    gaps.push(next.getTime() - at.getTime());
    at = next;
  }
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  const hours = (at.getTime() - begun.getTime()) / 3_600_000;
  expect(hours).toBeGreaterThan(18);
  expect(hours).toBeLessThan(30);
});

test("only a success takes a message; a redirect does not", () => {
  expect([200, 204, 299].every(isTaken)).toBe(true);
  expect([100, 301, 302, 400, 410, 500].some(isTaken)).toBe(false);
});

test("a key is read back as it was written, and a trial is about nothing", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...webhookTopics),
      fc.uuid(),
      fc.string({ maxLength: 60 }),
      (topic, id, key) => {
        expect(toldBy(keyOf({ topic, id, key }))).toEqual({ topic, id, key });
      },
    ),
  );
  expect(toldBy("test:00000000-0000-4000-8000-000000000000")).toBeUndefined();
});

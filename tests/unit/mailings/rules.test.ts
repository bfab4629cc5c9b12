import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "@/db/enums";
import { composeInput } from "@/domain/mailings/input";
import { deliveryProgress, mailingState, recipientsOf, targetOf } from "@/domain/mailings/rules";

const anyone = fc.record({
  address: fc.option(fc.constantFrom("a@x.org", "b@x.org", "c@x.org")),
  name: fc.string(),
  locale: fc.constantFrom(...locales),
});

describe("recipients", () => {
  it("are everybody with an address once, and everybody else is left out with a reason", () => {
    fc.assert(
      fc.property(fc.array(anyone), (candidates) => {
        const { recipients, leftOut } = recipientsOf(candidates);
        expect(recipients.length + leftOut.length).toBe(candidates.length);
        const addresses = recipients.map((one) => one.address);
        expect(new Set(addresses).size).toBe(addresses.length);
        expect(new Set(addresses)).toEqual(new Set(candidates.flatMap(({ address }) => address ?? [])));
        expect(leftOut.filter((one) => one.why === "no_address")).toHaveLength(
          candidates.filter((one) => !one.address).length,
        );
      }),
    );
  });

  it("of one address are the first: whoever is still in comes first", () => {
    const { recipients, leftOut } = recipientsOf([
      { address: "a@x.org", name: "Live", locale: "sv" },
      { address: "a@x.org", name: "Withdrawn", locale: "en" },
    ]);
    expect(recipients.map((one) => one.name)).toEqual(["Live"]);
    expect(leftOut).toEqual([{ name: "Withdrawn", why: "same_address" }]);
  });
});

describe("a bulk mail", () => {
  const at = new Date("2026-03-02T09:00:00Z");
  it("stands where its records and its mails say", () => {
    expect(mailingState({ releasedAt: null, discardedAt: null }, 3)).toBe("draft");
    expect(mailingState({ releasedAt: at, discardedAt: null }, 3)).toBe("sending");
    expect(mailingState({ releasedAt: at, discardedAt: null }, 0)).toBe("sent");
    expect(mailingState({ releasedAt: null, discardedAt: at }, 0)).toBe("discarded");
    const counts = { draft: 0, queued: 2, sent: 5, failed: 1, bounced: 1, cancelled: 9 };
    expect(deliveryProgress(counts)).toEqual({ done: 7, of: 9 });
  });

  it("keeps its target with its filter; a strange one is the participants", () => {
    expect(targetOf({ target: "focal_points" })).toBe("focal_points");
    expect(targetOf({ target: "everybody" })).toBe("participants");
  });

  it("is written to a target that exists, in words", () => {
    const input = {
      eventId: "6f1f2a34-0000-4000-8000-000000000000",
      target: "participants",
      query: "state=approved",
      subject: { en: "A" },
      body: { en: "B" },
      withCalendar: "on",
    };
    expect(composeInput.parse(input)).toMatchObject({ withCalendar: true, subject: { en: "A" } });
    expect(composeInput.safeParse({ ...input, target: "everybody" }).success).toBe(false);
    expect(composeInput.safeParse({ ...input, query: "x".repeat(5_000) }).success).toBe(false);
    expect(composeInput.safeParse({ ...input, body: {} }).success).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scansInput } from "@/domain/check-ins/input";
import {
  doorState,
  eventDays,
  folded,
  forgottenAt,
  found,
  inSince,
  isSecond,
  type Seen,
  trueInstant,
} from "@/domain/check-ins/rules";

const second = 1000;
const noon = new Date("2026-06-10T10:00:00Z");
const plus = (seconds: number) => new Date(noon.getTime() + seconds * second);

/** What two devices saw of one person, each in its own order. */
const seen = fc
  .uniqueArray(
    fc.record({
      nonce: fc.uuid(),
      kind: fc.constantFrom("in" as const, "undo" as const),
      at: fc.integer({ min: 0, max: 40 }).map(plus),
    }),
    { selector: (one) => one.nonce, maxLength: 12 },
  )
  .map((list): Seen[] => list);

/** A database that keeps each nonce once, whatever arrives how often. */
function kept(arriving: readonly Seen[]): Seen[] {
  const rows = new Map<string, Seen>();
  for (const one of arriving) if (!rows.has(one.nonce)) rows.set(one.nonce, one);
  return [...rows.values()];
}

describe("who is in", () => {
  it("is the same however the lists of two devices are mixed, cut and sent again", () => {
    fc.assert(
      fc.property(
        seen.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.shuffledSubarray(all),
          ),
        ),
        ([all, mixed, again]) => {
          const arrived = kept([...mixed, ...again]);
          expect(arrived).toHaveLength(all.length);
          expect(inSince(arrived)).toEqual(inSince(all));
        },
      ),
    );
  });

  it("is decided by what was seen last", () => {
    const came = { nonce: "a", kind: "in" as const, at: plus(0) };
    const again = { nonce: "b", kind: "in" as const, at: plus(5) };
    const undone = { nonce: "c", kind: "undo" as const, at: plus(9) };
    expect(inSince([])).toBeNull();
    expect(inSince([again, came])).toEqual(plus(0));
    expect(inSince([undone, again, came])).toBeNull();
    expect(inSince([undone, came, { ...again, at: plus(10) }])).toEqual(plus(10));
  });

  it("marks exactly those that come beside another, whichever arrives first", () => {
    fc.assert(
      fc.property(seen, (all) => {
        const conflicts: string[] = [];
        const arrived: Seen[] = [];
        for (const one of all) {
          if (isSecond(arrived, one)) conflicts.push(one.nonce);
          arrived.push(one);
        }
        const order = arrived.toSorted(
          (a, b) => a.at.getTime() - b.at.getTime() || (a.nonce < b.nonce ? -1 : 1),
        );
        const pairs = order.filter((one, n) => one.kind === "in" && order[n - 1]?.kind === "in");
        // Two check-ins beside each other cannot both be unmarked.
        for (const later of pairs) {
          const earlier = order[order.indexOf(later) - 1];
          expect(conflicts.includes(later.nonce) || conflicts.includes(earlier?.nonce ?? "")).toBe(true);
        }
      }),
    );
    const came = { nonce: "a", kind: "in" as const, at: plus(0) };
    expect(isSecond([], came)).toBe(false);
    expect(isSecond([came], came)).toBe(false);
    expect(isSecond([came], { nonce: "b", kind: "in", at: plus(-5) })).toBe(true);
    expect(isSecond([came], { nonce: "b", kind: "undo", at: plus(5) })).toBe(false);
  });
});

describe("when it happened", () => {
  it("is what the device says where its clock is right, and never later than now", () => {
    expect(trueInstant(plus(-60), plus(0), plus(3), 0)).toEqual(plus(-60));
    expect(trueInstant(plus(30), plus(30), plus(0), 0)).toEqual(plus(0));
  });

  it("is moved by what the device's clock is wrong", () => {
    const hour = 3600;
    expect(trueInstant(plus(hour - 60), plus(hour), plus(0), 0)).toEqual(plus(-60));
    expect(trueInstant(plus(-9 * hour - 60), plus(-9 * hour), plus(0), 0)).toEqual(plus(-60));
  });

  it("keeps the order of a list, whatever the clock, as long as it runs forward", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.array(fc.nat(500), { minLength: 1, maxLength: 20 }),
        (wrong, gaps) => {
          let clock = 0;
          const noted = gaps.map((gap) => {
            clock += gap + 1;
            return plus(wrong + clock);
          });
          const sentAt = plus(wrong + clock);
          const told = noted.map((one, index) =>
            trueInstant(one, sentAt, plus(clock), noted.length - 1 - index).getTime(),
          );
          expect(told).toEqual(told.toSorted((a, b) => a - b));
          expect(new Set(told).size).toBe(told.length);
          expect(told.at(-1)).toBeLessThanOrEqual(plus(clock).getTime());
        },
      ),
    );
  });
});

describe("the door", () => {
  const event = {
    startsAt: new Date("2026-06-10T22:30:00Z"),
    endsAt: new Date("2026-06-12T22:00:00Z"),
    zone: "Europe/Stockholm",
    announcedAt: new Date("2026-01-01T00:00:00Z"),
    cancelledAt: null,
  };

  it("is open from the announcement until a day after the event", () => {
    expect(doorState(event, noon)).toBe("open");
    expect(doorState({ ...event, announcedAt: null }, noon)).toBe("draft");
    expect(doorState({ ...event, announcedAt: plus(1) }, noon)).toBe("draft");
    expect(doorState({ ...event, cancelledAt: noon }, noon)).toBe("cancelled");
    expect(doorState({ ...event, cancelledAt: plus(1) }, noon)).toBe("open");
    expect(forgottenAt(event)).toEqual(new Date("2026-06-13T22:00:00Z"));
    expect(doorState(event, new Date("2026-06-13T21:59:59Z"))).toBe("open");
    expect(doorState(event, new Date("2026-06-13T22:00:00Z"))).toBe("over");
  });

  it("counts the days where the event is", () => {
    expect(eventDays(event)).toEqual(["2026-06-11", "2026-06-12"]);
  });
});

describe("searching at the door", () => {
  const people = [
    { name: "H.E. Ms. Åsa Öberg", delegation: "Sweden" },
    { name: "Łukasz Żółć-Szczęśniewski", delegation: "Poland" },
    { name: "Søren bin Salman", delegation: "Denmark" },
    { name: "Γιώργος Παπαδόπουλος", delegation: "Greece" },
  ];
  it.each([
    ["asa", ["H.E. Ms. Åsa Öberg"]],
    ["ÖBERG åsa", ["H.E. Ms. Åsa Öberg"]],
    ["szcz luk", ["Łukasz Żółć-Szczęśniewski"]],
    ["soren", ["Søren bin Salman"]],
    ["salman denm", ["Søren bin Salman"]],
    ["παπαδοπουλος", ["Γιώργος Παπαδόπουλος"]],
    ["lman", []],
    ["", []],
    ["  ", []],
  ])("%s", (typed, names) => {
    expect(found(people, typed, 10).map(({ name }) => name)).toEqual(names);
  });
  it("stops somewhere", () => expect(found(people, "s", 1)).toHaveLength(1));
  it("finds everybody by the beginnings of their names, typed without accents", () => {
    const word = fc.stringMatching(/^[A-Za-zÅÄÖåäöéèñçøłśžÜü]{2,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word), (words, delegation) => {
        const one = { name: words.join(" "), delegation: delegation.join(" ") };
        const typed = words.map((part) => folded(part).slice(0, 2)).join(" ");
        expect(found([one], typed, 5)).toEqual([one]);
        expect(folded(one.name)).toMatch(/^[a-z ]*$/);
      }),
    );
  });
});

describe("what a device sends", () => {
  const scan = {
    nonce: "7C9E6679-7425-40DE-944B-E07FC1F90AE7",
    kind: "in",
    participationId: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    badge: null,
    at: "2026-06-10T10:00:00.000Z",
    offline: true,
  };
  const sent = { device: "Main entrance", sentAt: "2026-06-10T10:00:05.000Z", scans: [scan] };
  it("is read, with one spelling for each nonce", () => {
    expect(scansInput.parse(sent).scans[0]?.nonce).toBe(scan.nonce.toLowerCase());
  });
  it.each([
    ["nobody", { participationId: null }],
    ["a badge that is no hash", { badge: "abc" }],
    ["a kind there is not", { kind: "out" }],
    ["no time", { at: "yesterday" }],
    ["no nonce", { nonce: "1" }],
  ])("is refused with %s", (_, wrong) => {
    expect(scansInput.safeParse({ ...sent, scans: [{ ...scan, ...wrong }] }).success).toBe(false);
  });
  it("is refused with more than five hundred scans", () => {
    expect(scansInput.safeParse({ ...sent, scans: Array.from({ length: 501 }, () => scan) }).success).toBe(
      false,
    );
  });
});

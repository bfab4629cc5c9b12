import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseItemKinds } from "@/db/enums";
import { thing } from "@/domain/releases/input";
import {
  inWritingOrder,
  isDue,
  isWaiting,
  keptObstacles,
  leadMs,
  obstacleKey,
  publicFromOf,
  readObstacle,
  readyMs,
  releaseState,
} from "@/domain/releases/rules";

const instant = new Date("2026-03-10T09:00:00Z");
const shifted = (ms: number) => new Date(instant.getTime() + ms);
const draft = { scheduledFor: null, carriedOutAt: null, publicFrom: null, cancelledAt: null, undoneAt: null };
const scheduled = { ...draft, scheduledFor: instant };
const ready = { ...scheduled, carriedOutAt: shifted(-readyMs), publicFrom: instant };

describe("where a release stands", () => {
  it.each([
    ["draft", draft, shifted(0)],
    ["scheduled", scheduled, shifted(-1)],
    ["late", scheduled, shifted(0)],
    ["ready", ready, shifted(-1)],
    ["released", ready, shifted(0)],
    ["undone", { ...ready, undoneAt: shifted(10) }, shifted(20)],
    ["cancelled", { ...scheduled, cancelledAt: shifted(-10) }, shifted(20)],
    ["cancelled", { ...ready, cancelledAt: shifted(-10) }, shifted(20)],
  ] as const)("%s", (state, release, at) => {
    expect(releaseState(release, at)).toBe(state);
  });

  it("it waits for its instant while scheduled or late", () => {
    expect(
      (["draft", "scheduled", "ready", "late", "released", "undone", "cancelled"] as const).filter(isWaiting),
    ).toEqual(["scheduled", "late"]);
  });
});

describe("when it is carried out", () => {
  it("a minute before, and ever after until it is", () => {
    expect(isDue(scheduled, shifted(-readyMs - 1))).toBe(false);
    expect(isDue(scheduled, shifted(-readyMs))).toBe(true);
    expect(isDue(scheduled, shifted(86_400_000))).toBe(true);
    expect(isDue(ready, shifted(0))).toBe(false);
    expect(isDue(draft, shifted(0))).toBe(false);
    expect(isDue({ ...scheduled, cancelledAt: instant }, shifted(0))).toBe(false);
  });

  it("leaves time to be made ready after it was scheduled", () => {
    expect(leadMs).toBeGreaterThan(readyMs);
  });

  it("is never public before its instant, nor before it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
        const at = shifted(ms);
        const from = publicFromOf(instant, at);
        expect(from >= instant).toBe(true);
        expect(from >= at).toBe(true);
        expect(from.getTime()).toBe(Math.max(instant.getTime(), at.getTime()));
      }),
    );
    expect(publicFromOf(null, instant)).toEqual(instant);
  });
});

describe("obstacles", () => {
  it("are read back as they were sent", () => {
    fc.assert(
      fc.property(
        fc.option(fc.uuid(), { nil: null }),
        fc.stringMatching(/^[a-z_:]{1,20}$/),
        (itemId, code) => {
          expect(readObstacle(obstacleKey({ itemId, code }))).toEqual({ itemId, code });
        },
      ),
    );
  });

  it("that were kept are read whatever they hold", () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(Array.isArray(keptObstacles(kept))).toBe(true);
      }),
    );
    expect(keptObstacles([{ itemId: null, code: "no_items" }, 3, { code: 1 }])).toEqual([
      { itemId: null, code: "no_items" },
    ]);
  });
});

describe("the order of writing", () => {
  const item = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...releaseItemKinds),
    membershipId: fc.option(fc.uuid(), { nil: null }),
    eventId: fc.constant(null),
    statementId: fc.constant(null),
    announcementId: fc.option(fc.uuid(), { nil: null }),
    locale: fc.constantFrom("en" as const, "sv" as const, null),
  });

  it("is the same however things were put in, so that two releases never wait for each other in a circle", () => {
    const gen = fc
      .array(item, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(gen, ([all, shuffled]) => {
        const order = (items: typeof all) =>
          inWritingOrder(items).map(
            (one) => `${one.kind} ${one.membershipId ?? one.announcementId ?? one.id}`,
          );
        expect(order(all)).toEqual(order(shuffled));
        expect(inWritingOrder(all)).toHaveLength(all.length);
      }),
    );
  });

  it("puts members before what is said of them, and mails last", () => {
    const of = (kind: (typeof releaseItemKinds)[number]) => ({
      id: kind,
      kind,
      membershipId: null,
      eventId: null,
      statementId: null,
      announcementId: null,
      locale: null,
    });
    const kinds = inWritingOrder(
      ["mail", "announcement", "membership"].map((kind) => of(kind as "mail")),
    ).map((one) => one.kind);
    expect(kinds).toEqual(["membership", "announcement", "mail"]);
  });
});

describe("a thing as a form names it", () => {
  const id = "0e6a3c1c-7c55-4a39-9a0e-2f6f6e0f6a11";
  it("is a text with its language and revision, a row, or the draft of an agenda with its mark", () => {
    expect(thing.parse(`statement:${id}:sv:${id}`)).toEqual({
      kind: "statement",
      id,
      locale: "sv",
      revisionId: id,
    });
    expect(thing.parse(`membership:${id}`)).toEqual({ kind: "membership", id });
    expect(thing.parse(`event:${id}`)).toEqual({ kind: "event", id });
    expect(thing.parse(`agenda:${id}:${"a".repeat(43)}`)).toEqual({
      kind: "agenda",
      id,
      seen: "a".repeat(43),
    });
  });

  it("is nothing else", () => {
    fc.assert(fc.property(fc.string(), (text) => !thing.safeParse(text).success));
    for (const text of [
      `statement:${id}`,
      `statement:${id}:fr:${id}`,
      `mail:${id}`,
      `membership:${id}:en:${id}`,
    ])
      expect(thing.safeParse(text).success, text).toBe(false);
  });
});

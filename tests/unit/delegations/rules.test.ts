import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { credentialsStates, eventKinds, participationClasses, participationStates } from "@/db/enums";
import { presetClasses } from "@/domain/classes/rules";
import {
  deskChangeInput,
  editDelegationInput,
  nominateInput,
  openInput,
  submitInput,
} from "@/domain/delegations/input";
import {
  acceptedUntil,
  deadlineOf,
  fillOf,
  hasRoom,
  inOrder,
  isLive,
  isOver,
  nextStep,
  nominationDoor,
  obstaclesToSubmitting,
  progressOf,
  totalFill,
} from "@/domain/delegations/rules";

const instant = (text: string) => new Date(text);
const event = {
  nominationClosesAt: instant("2026-05-20T12:00:00Z"),
  nominationGraceMinutes: 90,
  endsAt: instant("2026-06-11T15:00:00Z"),
  cancelledAt: null,
};
const plain = { nominationClosesAt: null };

describe("the deadline of a delegation", () => {
  it("is its own, else the event's, else the event's end, and never later than that", () => {
    expect(deadlineOf(event, plain)).toEqual(event.nominationClosesAt);
    const own = instant("2026-05-30T12:00:00Z");
    expect(deadlineOf(event, { nominationClosesAt: own })).toEqual(own);
    expect(deadlineOf({ ...event, nominationClosesAt: null }, plain)).toEqual(event.endsAt);
    expect(deadlineOf(event, { nominationClosesAt: instant("2027-01-01T00:00:00Z") })).toEqual(event.endsAt);
    expect(acceptedUntil({ ...event, nominationClosesAt: null }, plain)).toEqual(event.endsAt);
  });

  it.each([
    ["2026-05-20T11:59:59Z", "open"],
    ["2026-05-20T12:00:00Z", "in_grace"],
    ["2026-05-20T13:29:59Z", "in_grace"],
    ["2026-05-20T13:30:00Z", "over"],
  ])("lets in at %s: %s", (at, door) => {
    expect(nominationDoor(event, plain, instant(at))).toBe(door);
  });

  it("opens once and closes once, with the grace between", () => {
    const ranks = { open: 0, in_grace: 1, over: 2 };
    const when = fc.date({
      min: instant("2026-05-01T00:00:00Z"),
      max: instant("2026-07-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(when, when, fc.option(when), fc.nat(10_000), (a, b, own, grace) => {
        const facts = { ...event, nominationGraceMinutes: grace };
        const delegation = { nominationClosesAt: own };
        const [first, second] = a < b ? [a, b] : [b, a];
        const rank = (at: Date) => ranks[nominationDoor(facts, delegation, at)];
        expect(rank(first)).toBeLessThanOrEqual(rank(second));
        expect(deadlineOf(facts, delegation) <= acceptedUntil(facts, delegation)).toBe(true);
        expect(nominationDoor(facts, delegation, event.endsAt)).toBe("over");
      }),
    );
  });
});

const anyPeople = fc.array(
  fc.record({
    class: fc.constantFrom(...participationClasses),
    state: fc.constantFrom(...participationStates),
  }),
  { maxLength: 20 },
);
const anyOwn = fc.uniqueArray(
  fc.record({ class: fc.constantFrom(...participationClasses), quota: fc.option(fc.nat(5)) }),
  { selector: (row) => row.class },
);

describe("quotas", () => {
  it("are the delegation's own where it has one, else the event's; who has left does not count", () => {
    const classes = [
      { class: "head", quota: 1 },
      { class: "delegate", quota: 2 },
      { class: "press", quota: null },
    ] as const;
    const people = [
      { class: "delegate", state: "approved" },
      { class: "delegate", state: "declined" },
      { class: "delegate", state: "replaced" },
      { class: "staff", state: "nominated" },
    ] as const;
    const fills = fillOf(classes, [{ class: "delegate", quota: 1 }], people);
    expect(fills).toEqual([
      { class: "head", quota: 1, taken: 0 },
      { class: "delegate", quota: 1, taken: 1 },
      { class: "press", quota: null, taken: 0 },
      { class: "staff", quota: 0, taken: 1 },
    ]);
    expect(hasRoom(fills, "delegate")).toBe(false);
    expect(hasRoom(fills, "press")).toBe(true);
    expect(hasRoom(fills, "security")).toBe(false);
    expect(fills.filter(isOver).map((fill) => fill.class)).toEqual(["staff"]);
    expect(totalFill(fills)).toEqual({ taken: 2, quota: 2 });
  });

  it("count everybody who is coming once, and have room exactly while there is some", () => {
    fc.assert(
      fc.property(anyPeople, anyOwn, fc.constantFrom(...eventKinds), (people, own, kind) => {
        const fills = fillOf(presetClasses(kind), own, people);
        expect(new Set(fills.map((fill) => fill.class)).size).toBe(fills.length);
        const live = people.filter(({ state }) => isLive(state));
        expect(fills.reduce((sum, fill) => sum + fill.taken, 0)).toBe(live.length);
        for (const fill of fills) {
          const one = { class: fill.class, state: "nominated" as const };
          const after = fillOf(presetClasses(kind), own, [...people, one]);
          const over = after.some((row) => row.class === fill.class && isOver(row));
          expect(hasRoom(fills, fill.class)).toBe(!over);
        }
      }),
    );
  });
});

describe("submitting", () => {
  const people = [
    { class: "head", state: "nominated", name: "Sukarno" },
    { class: "delegate", state: "nominated", name: "Anna van der Berg" },
  ] as const;
  const at = instant("2026-05-01T00:00:00Z");
  const asked = (facts: Partial<Parameters<typeof obstaclesToSubmitting>[0]> = {}, when = at) =>
    obstaclesToSubmitting(
      {
        event,
        delegation: plain,
        fills: fillOf(presetClasses("summit"), [], facts.people ?? people),
        people,
        bound: true,
        ...facts,
      },
      when,
    );

  it("meets no obstacle where a delegation has a head, room and time", () => {
    expect(asked()).toEqual([]);
    expect(asked({}, instant("2026-05-20T13:00:00Z")), "in grace").toEqual([]);
  });

  it.each([
    ["nobody_nominated", { people: [{ class: "head", state: "approved", name: "Sukarno" }] }],
    ["no_head", { people: [{ class: "delegate", state: "nominated", name: "A" }] }],
    [
      "no_head",
      {
        people: [
          { class: "head", state: "withdrawn", name: "A" },
          { class: "delegate", state: "nominated", name: "B" },
        ],
      },
    ],
    ["over_quota", { fills: [{ class: "delegate", quota: 1, taken: 2 }] }],
    ["name_missing", { people: [{ class: "head", state: "nominated", name: " " }] }],
    ["event_cancelled", { event: { ...event, cancelledAt: at } }],
  ] as const)("is held up by %s", (code, facts) => {
    expect(asked(facts as never)).toContain(code);
  });

  it("is bound by the deadline with its grace, for whoever is bound; by the end of the event, for everybody", () => {
    const late = instant("2026-05-20T13:30:00Z");
    expect(asked({}, late)).toEqual(["deadline_over"]);
    expect(asked({ bound: false }, late)).toEqual([]);
    expect(asked({ bound: false }, event.endsAt)).toEqual(["event_over"]);
  });
});

describe("what comes next", () => {
  const next = (facts: Partial<Parameters<typeof nextStep>[0]>) =>
    nextStep({ kind: "summit", door: "open", people: [], obstacles: [], credentials: null, ...facts });
  const one = (state: "nominated" | "submitted" | "approved" | "declined") => [
    { class: "head" as const, state },
  ];

  it.each([
    ["head", { obstacles: ["nobody_nominated", "no_head"] }],
    ["nominate", { obstacles: ["nobody_nominated"] }],
    ["head", { people: [{ class: "delegate", state: "submitted" }], obstacles: ["no_head"] }],
    ["submit", { people: one("nominated") }],
    ["mend", { people: one("nominated"), obstacles: ["over_quota"] }],
    ["credentials", { people: one("submitted"), obstacles: ["nobody_nominated"] }],
    ["credentials", { people: one("submitted"), credentials: "rejected" }],
    ["wait", { people: one("submitted"), credentials: "received" }],
    ["wait", { people: one("submitted"), kind: "dialogue" }],
    ["nothing", { people: one("approved"), credentials: "accepted" }],
    ["credentials", { people: one("approved"), door: "over" }],
    ["closed", { people: one("approved"), door: "over", credentials: "accepted" }],
    ["closed", { people: one("declined"), door: "over" }],
  ] as const)("is %s", (step, facts) => {
    expect(next(facts as never)).toBe(step);
  });

  it("never asks for what the deadline forbids", () => {
    fc.assert(
      fc.property(anyPeople, fc.option(fc.constantFrom(...credentialsStates)), (people, credentials) => {
        const step = next({ door: "over", people, credentials, obstacles: ["no_head", "deadline_over"] });
        expect(["credentials", "wait", "closed"]).toContain(step);
      }),
    );
  });
});

describe("a list of delegations", () => {
  it("says how far each has come", () => {
    const of = (...states: ("nominated" | "submitted" | "approved" | "waitlisted")[]) =>
      progressOf(states.map((state) => ({ state })));
    expect(of()).toBe("empty");
    expect(of("approved", "nominated")).toBe("draft");
    expect(of("approved", "submitted")).toBe("review");
    expect(of("approved", "waitlisted")).toBe("settled");
  });

  it("stands by class in the event's order, then by name", () => {
    const person = (of: "head" | "delegate" | "press", name: string) => ({
      class: of,
      state: "nominated" as const,
      name,
      familyName: "",
    });
    const people = [
      person("press", "A"),
      person("delegate", "Z"),
      person("delegate", "B"),
      person("head", "Y"),
    ];
    const fills = fillOf(
      [
        { class: "head", quota: 1 },
        { class: "delegate", quota: 4 },
      ],
      [],
      [],
    );
    expect(inOrder(people, fills, "en").map(({ name }) => name)).toEqual(["Y", "B", "Z", "A"]);
  });
});

describe("what forms send", () => {
  const id = crypto.randomUUID();
  const nominee = {
    delegationId: id,
    name: "  Mohammed bin Salman ",
    class: "head",
    level: "minister",
    locale: "en",
  };

  it("keeps a name as it was given, and takes a principal without an address", () => {
    expect(nominateInput.parse({ ...nominee, email: "" })).toMatchObject({
      name: "Mohammed bin Salman",
      email: null,
      alternate: false,
      courtesyTitle: "",
    });
    expect(nominateInput.safeParse({ ...nominee, name: "" }).success).toBe(false);
    expect(nominateInput.safeParse({ ...nominee, class: "king" }).success).toBe(false);
  });

  it("refuses a head who is their own alternate", () => {
    const [issue] = nominateInput.safeParse({ ...nominee, alternate: "on" }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ["alternate"], message: "validation.alternate" });
    const change = { ...nominee, id, revision: "1", alternate: "on" };
    expect(deskChangeInput.safeParse(change).success).toBe(false);
    expect(deskChangeInput.parse({ ...change, class: "delegate", locale: "sv" })).not.toHaveProperty(
      "locale",
    );
  });

  it("names those to submit each with its revision, joined or one by one", () => {
    const other = crypto.randomUUID();
    const chosen = [
      { id, revision: 1 },
      { id: other, revision: 2 },
    ];
    expect(submitInput.parse({ delegationId: id, chosen: `${id}:1,${other}:2` }).chosen).toEqual(chosen);
    expect(submitInput.parse({ delegationId: id, chosen: [`${id}:1`, `${other}:2`] }).chosen).toEqual(chosen);
    for (const bad of ["", "x", `${id}`, `${id}:0`, undefined])
      expect(submitInput.safeParse({ delegationId: id, chosen: bad }).success).toBe(false);
  });

  it("opens somebody's delegation or all members', never nobody's", () => {
    expect(openInput.safeParse({ eventId: id }).success).toBe(false);
    expect(openInput.parse({ eventId: id, organisationIds: id }).organisationIds).toEqual([id]);
    expect(openInput.parse({ eventId: id, members: "true" })).toMatchObject({ members: true });
  });

  it("takes an empty quota as the event's", () => {
    const own = { id, revision: 1, quotas: { delegate: "6", adviser: "" }, unlimited: "press" };
    expect(editDelegationInput.parse(own)).toMatchObject({
      quotas: { delegate: 6, adviser: null },
      unlimited: ["press"],
      nominationClosesAt: null,
    });
    expect(editDelegationInput.safeParse({ ...own, quotas: { delegate: "-1" } }).success).toBe(false);
    expect(editDelegationInput.safeParse({ ...own, quotas: { kings: "1" } }).success).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findings, type Situation } from "@/domain/agenda/findings";
import { type Checked, type Finding, itemsOf, obstaclesToRelease } from "@/domain/agenda/rules";

const at = (time: string) => new Date(`2026-06-10T${time}:00Z`);
const vattern = { id: "r1", name: "Vättern", building: "", capacity: 100 };
const malaren = { id: "r2", name: "Mälaren", building: "", capacity: 20 };
const stadshuset = { id: "r3", name: "Stadshuset", building: "City Hall", capacity: null };
const rooms = [vattern, malaren, stadshuset];
const situation: Situation = {
  from: at("08:00"),
  until: at("18:00"),
  walkingMinutes: 15,
  rooms,
  availabilities: [],
  delegations: [],
};
type Part = Checked["people"][number];
const part = (id: string, more: Partial<Part> = {}): Part => ({
  id,
  presence: "in_person",
  onBehalfOf: null,
  ...more,
});
function item(id: string, from: string, to: string, more: Partial<Checked> = {}): Checked {
  const times = { startsAt: at(from), endsAt: at(to) };
  return { id, kind: "panel", room: null, expected: null, people: [], ...times, ...more };
}

describe("what is found in an agenda", () => {
  it("a room taken twice, with a room that is free and large enough; items that touch are none", () => {
    const full = { room: vattern, expected: 30 };
    const items = [
      item("a", "09:00", "10:00", full),
      item("b", "09:30", "10:30", full),
      item("c", "10:30", "11:00", full),
    ];
    expect(findings(items, situation)).toEqual([
      { kind: "room", a: "a", b: "b", room: "Vättern", free: ["Stadshuset"] },
    ]);
  });

  it("a person in two items at once in any role, not where they declined", () => {
    const two = (more: Partial<Part>) => [
      item("a", "09:00", "10:00", { people: [part("p", { presence: "remote" })] }),
      item("b", "09:59", "11:00", { people: [part("p", more)] }),
    ];
    expect(findings(two({}), situation)).toEqual([{ kind: "person", a: "a", b: "b", personId: "p" }]);
    expect(findings(two({ confirmation: "declined" }), situation)).toEqual([]);
  });

  it("a delegation that is needed where its head is not, and not two deputies at once", () => {
    const led = { ...situation, delegations: [{ organisationId: "o", headId: "head" }] };
    const items = (first: Part) => [
      item("a", "09:00", "10:00", { people: [first] }),
      item("b", "09:30", "10:30", { people: [part("deputy", { onBehalfOf: "o" })] }),
    ];
    const found = [{ kind: "delegation", a: "a", b: "b", organisationId: "o" }];
    expect(findings(items(part("head")), led)).toEqual(found);
    expect(findings(items(part("other", { onBehalfOf: "o" })), led)).toEqual([]);
    const unled = { ...situation, delegations: [{ organisationId: "o", headId: null }] };
    expect(findings(items(part("other", { onBehalfOf: "o" })), unled)).toEqual(found);
  });

  it("a room that is too small for those expected, or for those who have a role", () => {
    const expected = [item("a", "09:00", "10:00", { room: malaren, expected: 21 })];
    expect(findings(expected, situation)).toEqual([
      {
        kind: "capacity",
        a: "a",
        room: "Mälaren",
        people: 21,
        capacity: 20,
        free: ["Vättern", "Stadshuset"],
      },
    ]);
    const people = Array.from({ length: 22 }, (_, n) =>
      part(`p${n}`, { presence: n < 21 ? "in_person" : "remote" }),
    );
    const [found] = findings([item("a", "09:00", "10:00", { room: malaren, people })], situation);
    expect(found).toMatchObject({ kind: "capacity", people: 21 });
  });

  it("a person outside the times they have; times that touch are one", () => {
    const time = (a: string, b: string) => ({ personId: "p", from: at(a), until: at(b) });
    const times = { ...situation, availabilities: [time("09:30", "10:00"), time("09:00", "09:30")] };
    const people = [part("p"), part("q")];
    expect(findings([item("a", "09:00", "10:00", { people })], times)).toEqual([]);
    expect(findings([item("a", "09:00", "10:01", { people })], times)).toEqual([
      { kind: "availability", a: "a", personId: "p", windows: [{ from: at("09:00"), until: at("10:00") }] },
    ]);
  });

  it("a walk that is too short, and none for who attends from afar or stays in the house", () => {
    const items = (second: Partial<Checked>) => [
      item("a", "09:00", "10:00", { room: vattern, people: [part("p")] }),
      item("b", "10:10", "11:00", { room: stadshuset, people: [part("p")], ...second }),
    ];
    expect(findings(items({}), situation)).toEqual([
      { kind: "walking", a: "a", b: "b", personId: "p", gap: 10, earliest: at("10:15") },
    ]);
    expect(findings(items({ startsAt: at("10:15") }), situation)).toEqual([]);
    expect(findings(items({ room: malaren }), situation)).toEqual([]);
    expect(findings(items({ people: [part("p", { presence: "remote" })] }), situation)).toEqual([]);
    expect(findings(items({}), { ...situation, walkingMinutes: 0 })).toEqual([]);
  });

  it("an item outside the event, unless it is internal", () => {
    const early = item("a", "07:00", "09:00");
    expect(findings([early], situation)).toEqual([{ kind: "outside", a: "a" }]);
    expect(findings([{ ...early, kind: "hold" }], situation)).toEqual([]);
  });
});

describe("what holds back a release", () => {
  it("is what was found of the marked kinds, each once", () => {
    const found: Finding[] = [
      { kind: "outside", a: "a" },
      { kind: "person", a: "a", b: "b", personId: "p" },
      { kind: "person", a: "a", b: "b", personId: "q" },
    ];
    expect(obstaclesToRelease(found, ["walking", "outside", "person"])).toEqual(["person", "outside"]);
    expect(obstaclesToRelease(found, ["walking"])).toEqual([]);
  });
});

/** Every pair looked at, everything written out: slow and plain. */
function naive(items: readonly Checked[], event: Situation): string[] {
  const found: string[] = [];
  const here = (one: Checked) => one.people.filter((person) => person.confirmation !== "declined");
  const inRoom = (one: Checked, id: string) =>
    here(one).some((p) => p.id === id && p.presence === "in_person");
  const headOf = (org: string) => event.delegations.find((one) => one.organisationId === org)?.headId;
  const acts = (one: Checked, org: string) =>
    here(one)
      .filter((p) => p.onBehalfOf === org || p.id === headOf(org))
      .map((p) => p.id);
  const overlap = (a: Checked, b: Checked, pair: string, shared: string[]) => {
    if (a.room && a.room.id === b.room?.id) found.push(`room ${pair}`);
    for (const id of shared) found.push(`person ${pair} ${id}`);
    for (const org of ["o1", "o2"]) {
      const [x, y, head] = [acts(a, org), acts(b, org), headOf(org)];
      if (x.length === 0 || y.length === 0 || x.some((id) => y.includes(id))) continue;
      if (!head || x.includes(head) || y.includes(head)) found.push(`delegation ${pair} ${org}`);
    }
  };
  for (const a of items) {
    if (a.kind !== "hold" && (a.startsAt < event.from || a.endsAt > event.until))
      found.push(`outside ${a.id}`);
    const coming = new Set(here(a).flatMap((p) => (p.presence === "in_person" ? p.id : [])));
    if (a.room?.capacity && Math.max(coming.size, a.expected ?? 0) > a.room.capacity)
      found.push(`capacity ${a.id}`);
    for (const id of new Set(here(a).map((p) => p.id))) {
      const own = event.availabilities.filter((one) => one.personId === id);
      let free = true;
      for (let m = +a.startsAt; m < +a.endsAt; m += 60_000)
        free &&= own.some((one) => +one.from <= m && m + 60_000 <= +one.until);
      if (own.length > 0 && !free) found.push(`availability ${a.id} ${id}`);
    }
    for (const b of items) {
      if (a === b || a.startsAt > b.startsAt || (+a.startsAt === +b.startsAt && a.id > b.id)) continue;
      const pair = `${a.id},${b.id}`;
      const theirs = here(b).map((p) => p.id);
      const shared = [...new Set(here(a).map((p) => p.id))].filter((id) => theirs.includes(id));
      const gap = +b.startsAt - +a.endsAt;
      if (gap < 0) overlap(a, b, pair, shared);
      else if (gap < event.walkingMinutes * 60_000 && a.room && b.room && a.room.building !== b.room.building)
        for (const id of shared) if (inRoom(a, id) && inRoom(b, id)) found.push(`walking ${pair} ${id}`);
    }
  }
  return found.toSorted();
}

const told = (finding: Finding) =>
  [
    finding.kind,
    itemsOf(finding).join(),
    "personId" in finding ? finding.personId : "",
    "organisationId" in finding ? finding.organisationId : "",
  ]
    .filter(Boolean)
    .join(" ");

const minute = (n: number) => new Date(at("07:00").getTime() + n * 60_000);
const anyPart = fc.record({
  id: fc.constantFrom("p1", "p2", "p3", "p4"),
  presence: fc.constantFrom("in_person" as const, "remote" as const),
  confirmation: fc.constantFrom("confirmed" as const, "declined" as const),
  onBehalfOf: fc.constantFrom(null, "o1", "o2"),
});
const small = rooms.map((room) => ({ ...room, capacity: room.capacity && 3 }));
const anyItems = fc
  .array(
    fc.record({
      kind: fc.constantFrom("panel" as const, "hold" as const),
      from: fc.nat(240),
      long: fc.integer({ min: 1, max: 90 }),
      room: fc.constantFrom(null, ...small),
      expected: fc.option(fc.nat(5)),
      people: fc.array(anyPart, { maxLength: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ from, long, ...one }, n) => ({
      ...one,
      id: `i${String(n).padStart(2, "0")}`,
      startsAt: minute(from),
      endsAt: minute(from + long),
    })),
  );
const anyTime = fc
  .record({
    personId: fc.constantFrom("p1", "p2"),
    from: fc.nat(200),
    long: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ personId, from, long }) => ({ personId, from: minute(from), until: minute(from + long) }));
const anySituation = fc.record({
  from: fc.nat(60).map(minute),
  until: fc.integer({ min: 200, max: 330 }).map(minute),
  walkingMinutes: fc.nat(30),
  rooms: fc.constant(rooms),
  availabilities: fc.array(anyTime, { maxLength: 4 }),
  delegations: fc.constantFrom<Situation["delegations"][]>(
    [],
    [{ organisationId: "o1", headId: "p1" }],
    [
      { organisationId: "o1", headId: "p1" },
      { organisationId: "o2", headId: null },
    ],
  ),
});

describe("the check as a whole", () => {
  it("finds what looking at every pair finds, in whatever order the items come", () => {
    fc.assert(
      fc.property(anyItems, anySituation, (items, event) => {
        const expected = naive(items, event);
        expect(findings(items, event).map(told).toSorted()).toEqual(expected);
        expect(findings(items.toReversed(), event).map(told).toSorted()).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("takes less than 50 ms for 1,000 items", () => {
    const many = Array.from({ length: 1_000 }, (_, n) => {
      const from = minute(Math.floor(n / 20) * 30);
      const room = { id: `r${n % 20}`, name: `Room ${n % 20}`, building: n % 3 ? "" : "Annex", capacity: 50 };
      const people = [0, 1, 2].map((k) => part(`p${(n * 3 + k) % 700}`, { onBehalfOf: `o${n % 80}` }));
      const until = new Date(from.getTime() + 25 * 60_000);
      const more = { startsAt: from, endsAt: until, room, people, expected: 40 };
      return item(`i${n}`, "09:00", "10:00", more);
    });
    const delegations = Array.from({ length: 80 }, (_, n) => ({
      organisationId: `o${n}`,
      headId: `p${n * 3}`,
    }));
    const event = { ...situation, from: minute(0), until: minute(3_000), delegations };
    findings(many, event);
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      findings(many, event);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendaItemPeople } from "@/db/schema/agenda";
import { appointments, offices, people } from "@/db/schema/people";
import { publicRelease } from "@/domain/agenda/public-releases";
import { castSince, peopleSince } from "@/domain/people/since";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { makeItem, makePerson } from "../agenda/fixture";
import { hiddenSpell, lifts } from "../announcements/fixture";

/** The event is on 10 and 11 June 2026, in Stockholm. */
let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
});

const after = new Date("2026-10-01T09:00:00Z");
const speaking = (personId: string) => ({ people: [{ personId, role: "speaker" }] });

type Term = [title: string, fromOn: string, toOn?: string | null, organisationId?: string];

/** Somebody who holds some offices; named by these alone, unless they agreed. */
async function holder(name: string, terms: Term[], agreed = false) {
  const id = await makePerson(name);
  if (agreed) await db().update(people).set({ namingConsentedAt: at }).where(eq(people.id, id));
  for (const [title, fromOn, toOn = null, organisationId = null] of terms) {
    const [office] = await db()
      .insert(offices)
      .values({ title: { en: title }, organisationId })
      .returning();
    await db()
      .insert(appointments)
      .values({ personId: id, officeId: office?.id ?? "", fromOn, fromPrecision: "day", toOn });
  }
  return id;
}

/** What a release tells at a moment of those it names: what became of them, what ended, what they hold. */
async function toldOf(when: Date, number = 1) {
  const release = await publicRelease(event.id, when, number);
  const since = await castSince(release?.items ?? [], event.zone, when);
  return since.map(({ name, kind, ended, now }) => [
    name,
    kind,
    ended.map((one) => one.title.en),
    now.map((one) => one.title.en),
  ]);
}

describe("since the day of an agenda", () => {
  test("is told who left office and who changed it, and nobody who holds theirs or held none that day", async () => {
    const cast = [
      await holder("A Left", [["Minister", "2025-01-01", "2026-08-01"]]),
      await holder("B Changed", [
        ["Minister", "2025-01-01", "2026-08-01"],
        ["Envoy", "2026-08-01"],
      ]),
      await holder("C Stays", [["Minister", "2025-01-01"]]),
      await holder("D Left before", [["Minister", "2025-01-01", "2026-06-01"]], true),
      await holder("E Begins", [
        ["Minister", "2025-01-01", "2026-08-01"],
        ["Envoy", "2026-12-01"],
      ]),
      await holder("F Holds none", [], true),
    ];
    for (const [n, id] of cast.entries())
      await makeItem(event.id, `Item ${n}`, {
        ...speaking(id),
        startsAt: `2026-06-10T1${n}:00`,
        endsAt: `2026-06-10T1${n}:30`,
      });
    await makeRelease(event.id);
    expect((await publicRelease(event.id, after))?.items.flatMap((item) => item.people)).toHaveLength(6);
    const left = (name: string) => [name, "left", ["Minister"], []];
    const changed = (name: string) => [name, "changed", ["Minister"], ["Envoy"]];
    expect(await toldOf(after)).toEqual([left("A Left"), changed("B Changed"), left("E Begins")]);
    expect(await toldOf(new Date("2026-12-01T09:00:00Z"))).toEqual([
      left("A Left"),
      changed("B Changed"),
      changed("E Begins"),
    ]);
    expect(await toldOf(new Date("2026-07-31T09:00:00Z"))).toEqual([]);
  });

  test("each item counts by its own day in the zone of the event, once that is over", async () => {
    const day = { startsAt: "2026-06-11T00:30", endsAt: "2026-06-11T01:00" };
    const newcomer = await holder("Newcomer", [["Minister", "2026-06-11", "2026-06-12"]]);
    const leaver = await holder("Leaver", [["Minister", "2025-01-01", "2026-06-11"]], true);
    await makeItem(event.id, "After midnight", { ...speaking(newcomer), ...day });
    await makeItem(event.id, "Twice", speaking(leaver));
    await makeItem(event.id, "Twice, again", {
      ...speaking(leaver),
      startsAt: "2026-06-11T10:00",
      endsAt: "2026-06-11T11:00",
    });
    await makeRelease(event.id);
    const gone = (name: string) => [name, "left", ["Minister"], []];
    expect(await toldOf(at)).toEqual([]);
    expect(await toldOf(new Date("2026-06-10T21:59:00Z"))).toEqual([]);
    expect(await toldOf(new Date("2026-06-10T22:01:00Z"))).toEqual([gone("Leaver")]);
    expect(await toldOf(new Date("2026-06-11T22:01:00Z"))).toEqual([gone("Leaver"), gone("Newcomer")]);
  });

  test("names those alone whom that release names", async () => {
    const term: Term[] = [["Minister", "2025-01-01", "2026-08-01"]];
    const [first, second, apart] = [
      await holder("First", term),
      await holder("Second", term),
      await holder("Apart", term),
    ];
    await makeItem(event.id, "Closed", { ...speaking(apart), audience: "participants" });
    const { id } = await makeItem(event.id, "Open", speaking(first));
    await makeRelease(event.id);
    await db().update(agendaItemPeople).set({ personId: second }).where(eq(agendaItemPeople.itemId, id));
    await makeRelease(event.id, 1);
    const names = async (number: number) => (await toldOf(after, number)).map(([name]) => name);
    expect(await names(1)).toEqual(["First"]);
    expect(await names(2)).toEqual(["Second"]);
    await db().delete(people).where(eq(people.id, first));
    expect(await names(1)).toEqual([]);
  });

  test("an office with who is under embargo is told from its instant on", async () => {
    const { organisation } = await hiddenSpell("Secret Works", { publicFrom: lifts.instant });
    const id = await holder("Mover", [
      ["Minister", "2025-01-01", "2026-01-15"],
      ["Chief of Secret Works", "2026-02-01", null, organisation.id],
    ]);
    const on = async (when: Date) => {
      const [one] = await peopleSince([id], "2026-01-10", "2026-03-10", when);
      return [one?.kind, one?.now.map((office) => office.title.en)];
    };
    expect(await on(new Date(lifts.instant.getTime() - 1))).toEqual(["left", []]);
    expect(await on(lifts.instant)).toEqual(["changed", ["Chief of Secret Works"]]);
  });
});

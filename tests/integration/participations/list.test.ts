import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { participantsAsked } from "@/app/[locale]/organize/events/[id]/participants/filter";
import { manyParticipants } from "@/bin/bench/many";
import { db } from "@/db/client";
import type { ParticipationState } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { checkIns } from "@/db/schema/door";
import { history } from "@/db/schema/history";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { delegationFill } from "@/domain/figures/delegations";
import { figuresOf } from "@/domain/figures/queries";
import { exportParticipations } from "@/domain/participations/export";
import { filterChoices } from "@/domain/participations/list/choices";
import { most } from "@/domain/participations/list/rules";
import { tag } from "@/domain/participations/list/tag";
import { participationForOrganizer } from "@/domain/participations/one";
import { countsByState, listParticipations, type ParticipationFilter } from "@/domain/participations/queries";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { countingStatements } from "../../support/statements";

let event: Awaited<ReturnType<typeof makeEvent>>;
let sweden: string;
let works: string;
let party: string;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
  sweden = await organisation("Sweden", "Sverige");
  works = await organisation("Österby Works", "Österby bruk");
  const [row] = await db()
    .insert(delegations)
    .values({ eventId: event.id, organisationId: sweden })
    .returning({ id: delegations.id });
  party = row?.id ?? "";
});

async function organisation(en: string, sv: string) {
  const [row] = await db()
    .insert(organisations)
    .values({ slug: crypto.randomUUID(), kind: "company", name: { en, sv } })
    .returning({ id: organisations.id });
  return row?.id ?? "";
}

let n = 0;
async function someone(facts: Partial<typeof participations.$inferInsert> = {}) {
  const state = facts.state ?? "submitted";
  const [row] = await db()
    .insert(participations)
    .values({
      eventId: event.id,
      name: `Person ${++n}`,
      email: `person-${n}@example.org`,
      state,
      seatPool: state === "approved" ? "open" : null,
      locale: "en",
      source: "registration",
      updatedAt: at,
      ...facts,
    })
    .returning();
  if (!row) throw new Error("nobody");
  return row;
}

const all: ParticipationFilter = { q: "", sort: "arrival", page: 1 };
const names = async (asked: Partial<ParticipationFilter>, actor = organizer, locale: "en" | "sv" = "en") =>
  (await listParticipations(actor, event.id, { ...all, ...asked }, locale)).rows.map((row) => row.name);

describe("the list of participants", () => {
  it("is searched by words that may stand in different places", async () => {
    await someone({ name: "Anna Ström", functionalTitle: "Minister for Energy", organisationId: sweden });
    await someone({ name: "Bo Ek", email: "bo@works.example.org", organisationId: works });
    await someone({ name: "Cia Alm", organisationName: "City of Sandhamn" });
    expect(await names({ q: "ström" })).toEqual(["Anna Ström"]);
    expect(await names({ q: "works.example" })).toEqual(["Bo Ek"]);
    expect(await names({ q: "minister ENERGY" })).toEqual(["Anna Ström"]);
    expect(await names({ q: "Sverige" })).toEqual(["Anna Ström"]);
    expect(await names({ q: "sweden anna" })).toEqual(["Anna Ström"]);
    expect(await names({ q: "sweden bo" })).toEqual([]);
    expect(await names({ q: "bruk" })).toEqual(["Bo Ek"]);
    expect(await names({ q: "sandhamn" })).toEqual(["Cia Alm"]);
  });

  it("is narrowed by each filter, alone and together", async () => {
    const head = await someone({
      name: "Head",
      class: "head",
      level: "minister",
      state: "approved",
      organisationId: sweden,
      delegationId: party,
      pool: "members",
      seatPool: "members",
      tags: ["VIP"],
      listingConsentedAt: at,
      accessNeeds: "Ramp",
    });
    await someone({ name: "Guest", class: "observer", state: "waitlisted", dietaryNeeds: "Vegan" });
    await someone({ name: "Press", class: "press", pool: "press", organisationId: works });
    const cases: [Partial<ParticipationFilter>, string[]][] = [
      [{ state: "approved" }, ["Head"]],
      [{ state: ["approved", "waitlisted"] }, ["Head", "Guest"]],
      [{ class: ["press", "observer"] }, ["Guest", "Press"]],
      [{ level: "minister" }, ["Head"]],
      [{ organisation: works }, ["Press"]],
      [{ delegation: party }, ["Head"]],
      [{ delegation: "none" }, ["Guest", "Press"]],
      [{ pool: "press" }, ["Press"]],
      [{ tag: "VIP" }, ["Head"]],
      [{ listed: "yes" }, ["Head"]],
      [{ listed: "no" }, ["Guest", "Press"]],
      [{ needs: "yes" }, ["Head", "Guest"]],
      [{ needs: "no" }, ["Press"]],
      [{ needs: "yes", listed: "no", q: "gue" }, ["Guest"]],
      [{ state: "approved", class: "press" }, []],
    ];
    for (const [asked, expected] of cases) {
      expect(await names(asked), JSON.stringify(asked)).toEqual(expected);
      const { total } = await listParticipations(organizer, event.id, { ...all, ...asked });
      expect(total, JSON.stringify(asked)).toBe(expected.length);
      const file = await exportParticipations(organizer, event.id, { ...all, ...asked }, at);
      expect(
        file.map((row) => row.name),
        "the export",
      ).toEqual(expected);
    }
    expect((await participationForOrganizer(organizer, head.id)).tags).toEqual(["VIP"]);
  });

  it("is narrowed to what has changed since a day in the event's zone, or an instant", async () => {
    await someone({ name: "Before", updatedAt: new Date("2026-03-01T22:59:59Z") });
    await someone({ name: "After", updatedAt: new Date("2026-03-01T23:00:00Z") });
    expect(await names({ since: "2026-03-02" })).toEqual(["After"]);
    expect(await names({ since: "2026-03-01T22:00:00.000Z" })).toEqual(["Before", "After"]);
    expect(await names({ since: "2026-03-03" })).toEqual([]);
  });

  it("says when a door let somebody in last, and knows those whom none has", async () => {
    const twice = await someone({ name: "Twice", state: "approved" });
    const again = await someone({ name: "Again", state: "approved" });
    const undone = await someone({ name: "Undone", state: "approved" });
    await someone({ name: "Never", state: "approved" });
    const saw = (row: { id: string }, kind: "in" | "undo", when: string) => ({
      nonce: crypto.randomUUID(),
      eventId: event.id,
      participationId: row.id,
      kind,
      day: when.slice(0, 10),
      at: new Date(when),
      receivedAt: new Date(when),
      byId: crypto.randomUUID(),
      byName: "Door",
    });
    await db()
      .insert(checkIns)
      .values([
        saw(twice, "in", "2026-06-10T07:00:00Z"),
        saw(twice, "in", "2026-06-11T07:00:00Z"),
        saw(twice, "in", "2026-06-11T08:00:00Z"),
        saw(again, "in", "2026-06-10T07:00:00Z"),
        saw(again, "undo", "2026-06-10T07:01:00Z"),
        saw(again, "in", "2026-06-10T07:02:00Z"),
        saw(undone, "in", "2026-06-10T07:00:00Z"),
        saw(undone, "undo", "2026-06-10T07:01:00Z"),
      ]);
    const { rows } = await listParticipations(organizer, event.id, all);
    expect(rows.map((row) => [row.name, row.letInAt?.toISOString()])).toEqual([
      ["Twice", "2026-06-11T07:00:00.000Z"],
      ["Again", "2026-06-10T07:02:00.000Z"],
      ["Undone", undefined],
      ["Never", undefined],
    ]);
    expect(await names({ checkedIn: "yes" })).toEqual(["Twice", "Again"]);
    expect(await names({ checkedIn: "no" })).toEqual(["Undone", "Never"]);
    expect((await listParticipations(organizer, event.id, { ...all, checkedIn: "no" })).total).toBe(2);
  });

  it("stands in the alphabet of the reader, by family name where it is known", async () => {
    await someone({ name: "Åsa Zetterberg", familyName: "Zetterberg", organisationId: works });
    await someone({ name: "Li Wei" });
    await someone({ name: "Eva Öberg", familyName: "Öberg", organisationId: sweden });
    await someone({ name: "Ali Adam", familyName: "Adam", organisationName: "Aarhus" });
    expect(await names({ sort: "name" }, organizer, "sv")).toEqual([
      "Ali Adam",
      "Li Wei",
      "Åsa Zetterberg",
      "Eva Öberg",
    ]);
    expect(await names({ sort: "name" }, organizer, "en")).toEqual([
      "Ali Adam",
      "Li Wei",
      "Eva Öberg",
      "Åsa Zetterberg",
    ]);
    expect(await names({ sort: "-name" }, organizer, "sv")).toEqual([
      "Eva Öberg",
      "Åsa Zetterberg",
      "Li Wei",
      "Ali Adam",
    ]);
    expect(await names({ sort: "organisation" }, organizer, "sv")).toEqual([
      "Li Wei",
      "Ali Adam",
      "Eva Öberg",
      "Åsa Zetterberg",
    ]);
    expect(await names({ sort: "organisation" }, organizer, "en")).toEqual([
      "Li Wei",
      "Ali Adam",
      "Åsa Zetterberg",
      "Eva Öberg",
    ]);
  });

  it("is ordered both ways by arrival, class, state and change", async () => {
    await someone({ name: "A", class: "press", state: "approved", updatedAt: new Date(3) });
    await someone({ name: "B", class: "delegate", state: "declined", updatedAt: new Date(1) });
    await someone({ name: "C", class: "observer", state: "nominated", updatedAt: new Date(2) });
    const orders: [ParticipationFilter["sort"], string][] = [
      ["arrival", "ABC"],
      ["-arrival", "CBA"],
      ["class", "BCA"],
      ["-class", "ACB"],
      ["state", "CAB"],
      ["-state", "BAC"],
      ["changed", "BCA"],
      ["-changed", "ACB"],
    ];
    for (const [sort, order] of orders) expect((await names({ sort })).join(""), sort).toBe(order);
  });

  it("gives the organisation in every language it has", async () => {
    await someone({ organisationId: works });
    await someone({ organisationName: "City of Sandhamn" });
    await someone();
    const { rows } = await listParticipations(organizer, event.id, all);
    expect(rows.map((row) => row.organisation)).toEqual([
      { en: "Österby Works", sv: "Österby bruk" },
      { en: "City of Sandhamn", sv: "City of Sandhamn" },
      { en: "", sv: "" },
    ]);
  });

  it("is nothing for those who do not work with the participants", async () => {
    await someone({ name: "In", state: "approved", tags: ["VIP"], accessNeeds: "Ramp" });
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => listParticipations(actor, event.id, all));
      await refused("not_allowed", () => filterChoices(actor, event.id));
    }
  });

  it("offers the organisations, delegations and tags there are", async () => {
    await someone({ organisationId: works, tags: ["b", "A"] });
    await someone({ tags: ["b"] });
    const choices = await filterChoices(organizer, event.id);
    expect(choices.organisations.map((row) => row.id)).toEqual([works]);
    expect(choices.delegations.map((row) => row.id)).toEqual([party]);
    expect(choices.tags).toEqual([
      { tag: "A", count: 1 },
      { tag: "b", count: 2 },
    ]);
  });
});

describe("tags", () => {
  const say = (deed: "add" | "remove", words: string, ...rows: { id: string }[]) => ({
    eventId: event.id,
    deed,
    tag: words,
    chosen: rows.map((row) => row.id),
  });
  const tagsOf = async (id: string) =>
    (
      await db().select({ tags: participations.tags }).from(participations).where(eq(participations.id, id))
    )[0]?.tags;

  it("are added to several and taken from several, once, without asking for a revision", async () => {
    const [one, two] = [await someone(), await someone({ tags: ["VIP"] })];
    expect(await tag(organizer, say("add", "VIP", one, two), at)).toMatchObject({ changed: 1 });
    expect(await tagsOf(one.id)).toEqual(["VIP"]);
    expect(await tagsOf(two.id)).toEqual(["VIP"]);
    expect(await tag(organizer, say("add", "vip", one, two), at)).toEqual({
      tag: "VIP",
      deed: "add",
      changed: 0,
    });
    expect(await tag(organizer, say("remove", "Vip", one, two), at)).toMatchObject({ changed: 2 });
    expect(await tagsOf(one.id)).toEqual([]);
    const [row] = await db().select().from(participations).where(eq(participations.id, one.id));
    expect(row?.revision).toBe(one.revision);
  });

  it("are noted in history, of one person with the person, and never the words", async () => {
    const [one, two] = [await someone(), await someone()];
    await tag(organizer, say("add", "Difficult", one), at);
    await tag(organizer, say("add", "Difficult", one, two), at);
    const deeds = await db().select().from(history).where(eq(history.eventId, event.id)).orderBy(history.id);
    expect(deeds.map((deed) => [deed.action, deed.subjectKind, deed.details])).toEqual([
      ["participation.tag", "participation", { deed: "add", rows: 1 }],
      ["participation.tag", "participation", { deed: "add", rows: 1 }],
    ]);
    expect(JSON.stringify(deeds)).not.toContain("Difficult");
  });

  it("stay within an event, and within what one can overlook", async () => {
    const mine = await someone({ tags: Array.from({ length: most.tags }, (_, i) => `t${i}`) });
    const room = await someone();
    await refused("too_many_tags", () => tag(organizer, say("add", "one more", room, mine), at));
    expect(await tagsOf(room.id)).toEqual([]);
    const elsewhere = await makeEvent();
    const abroad = await someone({ eventId: elsewhere.id });
    expect(await tag(organizer, say("add", "x", abroad), at)).toMatchObject({ changed: 0 });
    expect(await tagsOf(abroad.id)).toEqual([]);
  });

  it("are refused to whoever is not of the secretariat", async () => {
    const row = await someone();
    for (const actor of [door, editor, focalPoint, stranger])
      await refused("not_allowed", () => tag(actor, say("add", "x", row), at));
    expect(await tag(user("protocol"), say("add", "x", row), at)).toMatchObject({ changed: 1 });
  });
});

describe("ten thousand participants", () => {
  const states: ParticipationState[] = ["submitted", "approved"];
  const asked: Partial<ParticipationFilter>[] = [
    {},
    { sort: "name" },
    { sort: "-organisation" },
    { page: 60, sort: "name" },
    { q: "family99" },
    { q: "bolaget 17 director" },
    { q: "nobody is called this" },
    { state: states, class: ["press", "delegate"], tag: "vip", sort: "name" },
    { needs: "yes", listed: "no", sort: "-changed" },
    { since: "2020-01-01", sort: "organisation" },
    { checkedIn: "no", sort: "name" },
  ];

  it("take as many statements as one", async () => {
    const screens = [
      () => listParticipations(organizer, event.id, all),
      () => listParticipations(organizer, event.id, { ...all, q: "a b", state: states, checkedIn: "no" }),
      () => filterChoices(organizer, event.id),
      () => countsByState(organizer, event.id),
      () => figuresOf(organizer, event, at),
      () => delegationFill(organizer, event),
    ];
    await someone({ organisationId: sweden, delegationId: party });
    const one = [];
    for (const screen of screens) one.push(await countingStatements(screen));
    await manyParticipants(event.id, 1_000);
    const thousand = [];
    for (const screen of screens) thousand.push(await countingStatements(screen));
    expect(thousand).toEqual(one);
    expect(Math.max(...one)).toBeLessThanOrEqual(6);
  });

  it("are listed and narrowed within 150 milliseconds each", async () => {
    await manyParticipants(event.id, 10_000);
    const slow: string[] = [];
    for (const filter of asked) {
      const took: number[] = [];
      // The best of three: what is measured is the query, not who else uses the machine.
      for (let i = 0; i < 3; i++) {
        const began = performance.now();
        await listParticipations(organizer, event.id, { ...all, ...filter }, "sv");
        took.push(performance.now() - began);
      }
      if (Math.min(...took) > 150) slow.push(`${JSON.stringify(filter)}: ${Math.min(...took).toFixed(0)} ms`);
    }
    expect(slow).toEqual([]);
  });
});

describe("the address of the list", () => {
  const parsed = (query: string) => participantsAsked.parse(Object.fromEntries(new URLSearchParams(query)));

  it("means nothing by what it does not know", () => {
    expect(
      parsed("state=nonsense&class=&level=king&organisation=x&tag=&since=yesterday&sort=-nothing&page=-1"),
    ).toEqual({
      q: "",
      sort: "arrival",
      page: 1,
    });
  });

  it("names several by commas or one by one", () => {
    expect(parsed("state=approved,submitted").state).toEqual(["submitted", "approved"]);
    expect(participantsAsked.parse({ state: ["approved", "submitted", "x"] }).state).toEqual([
      "submitted",
      "approved",
    ]);
  });

  it("is answered by the database whatever it says", async () => {
    await someone({ name: "Here" });
    for (const query of [
      "since=0001-01-01",
      "since=9999-12-31T23:59:59%2B14:00",
      "tag=%00",
      "q=%25%5C_%00'",
      "page=99999",
    ]) {
      await listParticipations(organizer, event.id, parsed(query));
    }
    expect(await names(parsed("q=here&since=1970-01-01T00:00:00Z"))).toEqual(["Here"]);
  });
});

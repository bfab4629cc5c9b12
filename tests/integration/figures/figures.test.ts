import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegationQuotas, delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { eventClasses } from "@/db/schema/pools";
import { delegationFill } from "@/domain/figures/delegations";
import { figuresOf } from "@/domain/figures/queries";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeEach(async () => {
  event = await makeEvent({ capacity: 10 });
});

let n = 0;
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);

async function organisation(kind: "country" | "company", country: string) {
  const [row] = await db()
    .insert(organisations)
    .values({ slug: crypto.randomUUID(), kind, name: { en: `Body ${++n}` }, country })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return row?.id ?? "";
}

async function someone(facts: Partial<typeof participations.$inferInsert> = {}) {
  const state = facts.state ?? "approved";
  await db()
    .insert(participations)
    .values({
      eventId: event.id,
      name: `Person ${++n}`,
      email: `figure-${n}@example.org`,
      state,
      seatPool: state === "approved" ? "open" : null,
      stateAt: at,
      createdAt: at,
      locale: "en",
      source: "registration",
      ...facts,
    });
}

describe("the figures of an event", () => {
  it("count who comes and who may yet, by level, class, kind and region", async () => {
    const works = await organisation("company", "IN");
    await someone({ level: "chief_executive", class: "speaker", organisationId: works });
    await someone({ level: "chief_executive", state: "waitlisted", organisationId: works });
    await someone({ state: "nominated", organisationName: "Somewhere", class: "press" });
    await someone({ state: "declined", class: "staff" });
    await someone({ state: "withdrawn" });
    await someone({ state: "replaced" });
    const figures = await figuresOf(organizer, event, at);
    expect(figures.level).toEqual([
      { key: "chief_executive", approved: 1, pending: 1 },
      { key: "other", approved: 0, pending: 1 },
    ]);
    expect(figures.class.map((share) => share.key)).toEqual(["delegate", "speaker", "press"]);
    expect(figures.kind).toEqual([
      { key: "company", approved: 1, pending: 1 },
      { key: "unknown", approved: 0, pending: 1 },
    ]);
    expect(figures.region.map((share) => share.key)).toEqual(["asia", "unknown"]);
    expect(figures.pools).toEqual([{ kind: "open", seats: 10, taken: 1 }]);
  });

  it("follow registration by the days of the event's zone", async () => {
    await someone({ createdAt: new Date("2026-02-27T22:59:00Z"), stateAt: new Date("2026-03-01T12:00:00Z") });
    await someone({ createdAt: new Date("2026-02-27T23:01:00Z"), state: "submitted" });
    await someone({ createdAt: new Date("2026-03-01T23:30:00Z"), state: "declined" });
    expect((await figuresOf(organizer, event, at)).days).toEqual([
      { day: "2026-02-27", registered: 1, approved: 0 },
      { day: "2026-02-28", registered: 2, approved: 0 },
      { day: "2026-03-01", registered: 2, approved: 1 },
      { day: "2026-03-02", registered: 3, approved: 1 },
    ]);
  });

  it("say how long decisions have waited", async () => {
    await someone({ state: "submitted", stateAt: hoursAgo(23) });
    await someone({ state: "submitted", stateAt: hoursAgo(25) });
    await someone({ state: "on_hold", stateAt: hoursAgo(24 * 20) });
    await someone({ state: "nominated", stateAt: hoursAgo(24 * 20) });
    await someone({ state: "waitlisted", stateAt: hoursAgo(24 * 20) });
    const { waiting } = await figuresOf(organizer, event, at);
    expect(waiting.map((row) => [row.age, row.total])).toEqual([
      ["day", 1],
      ["days", 1],
      ["week", 0],
      ["fortnight", 0],
      ["longer", 1],
    ]);
    expect(waiting.at(-1)?.states).toEqual({ submitted: 0, pre_approved: 0, on_hold: 1 });
  });

  it("are nothing for those who do not work with the participants", async () => {
    await someone({ level: "minister" });
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => figuresOf(actor, event, at));
  });

  it("are empty where nobody is", async () => {
    const figures = await figuresOf(organizer, event, at);
    expect([figures.level, figures.days]).toEqual([[], []]);
  });
});

describe("delegations against their quotas", () => {
  it("count those who live, class by class, by their own quota or the event's", async () => {
    await db()
      .insert(eventClasses)
      .values([
        { eventId: event.id, class: "head", quota: 1, position: 0 },
        { eventId: event.id, class: "delegate", quota: 4, position: 1 },
        { eventId: event.id, class: "adviser", quota: 2, position: 2 },
        { eventId: event.id, class: "speaker", quota: null, position: 3 },
      ]);
    const [one, two] = [await organisation("company", "SE"), await organisation("company", "IN")];
    const rows = await db()
      .insert(delegations)
      .values([one, two].map((organisationId) => ({ eventId: event.id, organisationId })))
      .returning({ id: delegations.id, organisationId: delegations.organisationId });
    const [first, second] = [one, two].map((id) => rows.find((row) => row.organisationId === id)?.id ?? "");
    await db()
      .insert(delegationQuotas)
      .values({ delegationId: second ?? "", class: "adviser", quota: 5 });
    await someone({ delegationId: first, organisationId: one, class: "head" });
    await someone({ delegationId: first, organisationId: one, class: "delegate", state: "nominated" });
    await someone({ delegationId: first, organisationId: one, class: "delegate", state: "declined" });
    // A class the event does not have: shown, for somebody is in it, and nobody should be.
    await someone({ delegationId: first, organisationId: one, class: "security" });
    await someone({ organisationId: two, class: "adviser" });
    const { classes, delegations: found } = await delegationFill(organizer, event);
    expect(classes).toEqual(["head", "delegate", "adviser", "security"]);
    const fill = (id: string | undefined) =>
      found.find((row) => row.id === id)?.fill.map((of) => [of.named, of.approved, of.quota]);
    expect(fill(first)).toEqual([
      [1, 1, 1],
      [1, 0, 4],
      [0, 0, 2],
      [1, 1, 0],
    ]);
    expect(fill(second)).toEqual([
      [0, 0, 1],
      [0, 0, 4],
      [0, 0, 5],
      [0, 0, 0],
    ]);
  });

  it("are for those who read delegations", async () => {
    for (const actor of [door, editor, focalPoint, stranger])
      await refused("not_allowed", () => delegationFill(actor, event));
    expect((await delegationFill(user("protocol"), event)).delegations).toEqual([]);
  });
});

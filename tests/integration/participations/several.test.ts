import { and, count, eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { ParticipationState } from "@/db/enums";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import { approve } from "@/domain/participations/approve";
import { decideSeveral } from "@/domain/participations/decide-several";
import { passedOverFor, promotionsOf } from "@/domain/participations/line/queries";
import { participationForOrganizer } from "@/domain/participations/one";
import { foreseeSeveral } from "@/domain/participations/several/foresee";
import { type SeveralStep, severalSteps } from "@/domain/participations/several/rules";
import { choiceKey, chooseAll } from "@/domain/participations/several/select";
import { poolsOf } from "@/domain/pools/queries";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);

/** Thirty people in every state, over two pools that are partly full; more wait than there are seats. */
async function crowd() {
  const states: ParticipationState[] = ["submitted", "approved", "waitlisted", "on_hold", "pre_approved"];
  let [members, open] = [4, 4];
  const rows = Array.from({ length: 30 }, (_, n) => {
    const pool = n % 3 === 0 ? ("members" as const) : ("open" as const);
    const wanted = states[n % states.length] ?? "submitted";
    const seat = wanted === "approved" && (pool === "members" ? members-- : open--) > 0;
    const state = wanted === "approved" && !seat ? ("submitted" as const) : wanted;
    return {
      eventId: event.id,
      name: `Person ${n}`,
      email: `person-${n}@example.org`,
      class: n % 2 === 0 ? ("delegate" as const) : ("adviser" as const),
      state,
      pool,
      seatPool: seat ? pool : null,
      locale: "en" as const,
      source: "registration" as const,
    };
  });
  await db().insert(participations).values(rows);
}

const people = () =>
  db()
    .select()
    .from(participations)
    .where(eq(participations.eventId, event.id))
    .orderBy(participations.arrival);
const seen = (rows: { id: string; revision: number }[]) => rows.map(({ id, revision }) => ({ id, revision }));
async function counts() {
  const [letters] = await db().select({ count: count() }).from(mails).where(eq(mails.eventId, event.id));
  const [moves] = await db()
    .select({ count: count() })
    .from(promotions)
    .where(and(eq(promotions.eventId, event.id), inArray(promotions.policy, ["order", "priority"])));
  const taken = (await poolsOf(db(), event.id, at)).reduce((sum, pool) => sum + pool.taken, 0);
  return { letters: letters?.count ?? 0, moves: moves?.count ?? 0, taken };
}

describe("what is foreseen is what happens", () => {
  it.each(
    severalSteps.flatMap((step) =>
      (["order", "priority", "manual"] as const).flatMap((policy) => [
        [step, policy, 0] as const,
        [step, policy, 24] as const,
      ]),
    ),
  )("%s, policy %s, offers of %i hours", async (step: SeveralStep, promotionPolicy, hours) => {
    event = await makeEvent(
      { promotionPolicy, offerHours: hours || null },
      { members: 5, open: 6, reserve: 2 },
    );
    await crowd();
    const rows = await people();
    const chosen = seen(rows.filter((_, n) => n % 7 !== 0));
    const [stale] = chosen;
    if (stale) stale.revision += 1;
    const forecast = await foreseeSeveral(organizer, { eventId: event.id, step, chosen }, at);
    const before = await counts();
    const reason = "Because";
    const report = await decideSeveral(organizer, { step, reason, chosen, key: forecast.key }, at);
    const after = await counts();
    expect(report.filter((row) => !row.refusal)).toHaveLength(forecast.done);
    expect(report.flatMap((row) => (row.refusal ? [[row.name, row.refusal]] : []))).toEqual(
      forecast.refused.map((row) => [row.name, row.code]),
    );
    expect(after.letters - before.letters).toBe(forecast.mails);
    expect(after.moves - before.moves).toBe(forecast.movedUp);
    const given = Object.values(forecast.seats).reduce((sum, seats) => sum + seats, 0);
    expect(after.taken - before.taken).toBe(given - forecast.freed + forecast.movedUp);
  });
});

describe("choosing", () => {
  beforeEach(async () => {
    event = await makeEvent({}, { members: 5, open: 6, reserve: 1 });
    await crowd();
  });

  it("takes all that a filter names, over all pages, and refuses when they are others than were foreseen for", async () => {
    const filter = { q: "", state: "submitted" as const, sort: "name" as const, page: 3 };
    const chosen = await chooseAll(organizer, event.id, filter);
    expect(chosen).toHaveLength((await people()).filter((row) => row.state === "submitted").length);
    const { key } = await foreseeSeveral(organizer, { eventId: event.id, step: "pre_approve", chosen }, at);
    expect(key).toBe(choiceKey(chosen.toReversed()));
    const decision = { step: "pre_approve" as const, reason: "", chosen, key };
    await refused("selection_changed", () =>
      decideSeveral(organizer, { ...decision, chosen: chosen.slice(1) }, at),
    );
    const report = await decideSeveral(organizer, decision, at);
    expect(report.every((row) => !row.refusal)).toBe(true);
    expect(await chooseAll(organizer, event.id, filter)).toEqual([]);
  });

  it("is for those who may decide", async () => {
    const chosen = seen((await people()).slice(0, 2));
    const all = { q: "", sort: "name" as const, page: 1 };
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => chooseAll(actor, event.id, all));
      await refused("not_allowed", () =>
        foreseeSeveral(actor, { eventId: event.id, step: "approve", chosen }, at),
      );
      await refused("not_allowed", () => decideSeveral(actor, { step: "approve", reason: "", chosen }, at));
    }
  });

  it("says of another event's people that they are not here", async () => {
    const chosen = seen((await people()).slice(0, 1));
    const other = await makeEvent();
    const forecast = await foreseeSeveral(organizer, { eventId: other.id, step: "approve", chosen }, at);
    expect(forecast).toMatchObject({ done: 0, refused: [{ code: "not_found" }] });
  });
});

describe("approving from a pool, by hand and above the capacity", () => {
  beforeEach(async () => {
    event = await makeEvent({}, { open: 1, reserve: 1 });
    await db()
      .insert(participations)
      .values(
        [1, 2, 3].map((n) => ({
          eventId: event.id,
          name: `Person ${n}`,
          email: `person-${n}@example.org`,
          state: n === 1 ? ("approved" as const) : ("waitlisted" as const),
          seatPool: n === 1 ? ("open" as const) : null,
          pool: "open" as const,
          locale: "en" as const,
          source: "registration" as const,
        })),
      );
  });
  const third = async () => {
    const row = (await people())[2];
    if (!row) throw new Error("no third");
    return { id: row.id, revision: row.revision, reason: "" };
  };

  it("gives the reserve to whoever is chosen, and records whom that passed over", async () => {
    await approve(organizer, { ...(await third()), pool: "reserve" }, at);
    expect((await people())[2]).toMatchObject({ state: "approved", seatPool: "reserve", overrideReason: "" });
    const [move] = await promotionsOf(organizer, event.id);
    expect(move).toMatchObject({
      name: "Person 3",
      pool: "reserve",
      policy: "manual",
      passedOver: [{ name: "Person 2", reason: "chosen_by_hand" }],
    });
    const second = (await people())[1]?.id ?? "";
    expect(await passedOverFor(organizer, second)).toMatchObject([
      { name: "Person 3", pool: "reserve", reason: "chosen_by_hand" },
    ]);
    await refused("not_allowed", () => promotionsOf(editor, event.id));
    await refused("not_allowed", () => passedOverFor(door, second));
  });

  it("goes above the capacity with the right and a reason only, which stays with the seat", async () => {
    await refused("pool_full", async () => approve(organizer, { ...(await third()), pool: "open" }, at));
    await refused("event_full", async () => approve(organizer, await third(), at));
    const wish = { ...(await third()), pool: "open" as const, override: true };
    await refused("not_allowed", () => approve(organizer, wish, at));
    await refused("reason_missing", () => approve(protocol, wish, at));
    await approve(protocol, { ...wish, reason: "The chair insists" }, at);
    const row = await participationForOrganizer(organizer, wish.id);
    expect(row).toMatchObject({ seatPool: "open", overrideReason: "The chair insists", state: "approved" });
    expect(await poolsOf(db(), event.id, at)).toContainEqual({ kind: "open", seats: 1, taken: 2 });
  });
});

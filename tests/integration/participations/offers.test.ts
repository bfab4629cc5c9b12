import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import { acceptOffer } from "@/domain/participations/accept-offer";
import { declineOffer } from "@/domain/participations/decline-offer";
import { expireOffer, sweepOffers } from "@/domain/participations/expire-offer";
import { register } from "@/domain/participations/register";
import { withdraw } from "@/domain/participations/withdraw";
import { poolsOf } from "@/domain/pools/queries";
import { door, editor, house, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";

const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
let event: Awaited<ReturnType<typeof makeEvent>>;

beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ capacity: 1, offerHours: 48 });
  for (const n of [1, 2, 3]) await register(stranger, registration(event.slug, n), at);
  await withdraw(organizer, { ...(await person(1)), reason: "" }, at);
});

async function person(n: number) {
  const [row] = await db()
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, event.id), eq(participations.name, `Person ${n}`)));
  if (!row) throw new Error(`no person ${n}`);
  return row;
}

const own = (row: { id: string }) => ({
  kind: "participant" as const,
  participationId: row.id,
  eventId: event.id,
});
const step = (row: { id: string; revision: number }) => ({
  id: row.id,
  revision: row.revision,
  reason: "",
});
const lettersTo = async (n: number) =>
  (
    await db()
      .select({ template: mails.template })
      .from(mails)
      .where(and(eq(mails.eventId, event.id), eq(mails.toAddress, `person-${n}@example.org`)))
      .orderBy(mails.createdAt)
  ).map((mail) => mail.template);

describe("an offered seat", () => {
  it("is kept for the first in line, counted as taken, told with its deadline, and waited for by a job", async () => {
    expect(await person(2)).toMatchObject({
      state: "waitlisted",
      seatPool: "open",
      offerExpiresAt: hours(48),
    });
    expect(await poolsOf(db(), event.id, at)).toEqual([{ kind: "open", seats: 1, taken: 1 }]);
    expect(await register(stranger, registration(event.slug, 4), at)).toEqual({
      outcome: "waitlisted",
      place: 2,
    });
    const [mail] = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.eventId, event.id), eq(mails.template, "participation-offered")));
    expect(mail?.text).toContain("4 March 2026, 10:00 Stockholm (UTC+1)");
    const jobs = await db().execute(
      sql`select run_at from graphile_worker.jobs where key = ${`offer:${(await person(2)).id}`}`,
    );
    expect(new Date(String(jobs[0]?.run_at))).toEqual(hours(48));
  });

  it("is taken once, by its holder and nobody else, until the instant it ends", async () => {
    const [second, third] = [await person(2), await person(3)];
    for (const actor of [stranger, editor, door, own(third)])
      await refused("not_allowed", () => acceptOffer(actor, step(second), at));
    await refused("no_offer", () => acceptOffer(own(third), step(third), at));
    await refused("offer_expired", () => acceptOffer(own(second), step(second), hours(48)));
    const twice = await Promise.allSettled(
      [1, 2].map(() => acceptOffer(own(second), step(second), hours(47))),
    );
    expect(twice.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await person(2)).toMatchObject({ state: "approved", seatPool: "open", offerExpiresAt: null });
    expect((await person(3)).state).toBe("waitlisted");
    expect(await lettersTo(2)).toEqual([
      "participation-waitlisted",
      "participation-offered",
      "participation-approved",
    ]);
    expect(await expireOffer(house, { id: second.id }, hours(49))).toBe("nothing");
  });

  it("is declined, and goes on to whoever is next, with who moved up on record", async () => {
    const second = await person(2);
    await declineOffer(own(second), step(second), at);
    const declined = await person(2);
    expect(declined).toMatchObject({ state: "withdrawn", seatPool: null });
    expect(await person(3)).toMatchObject({ state: "waitlisted", seatPool: "open" });
    await refused("not_from_this_state", () => declineOffer(own(second), step(declined), at));
    const moves = await db().select().from(promotions).where(eq(promotions.eventId, event.id));
    expect(moves.map((move) => move.participationId)).toEqual([second.id, (await person(3)).id]);
  });

  it("ends by the clock only, once, is told, and goes on", async () => {
    const { id } = await person(2);
    await refused("not_allowed", () => expireOffer(organizer, { id }, hours(48)));
    expect(await expireOffer(house, { id }, new Date(hours(48).getTime() - 1))).toBe("waits");
    expect((await person(2)).state).toBe("waitlisted");
    const twice = await Promise.all([1, 2].map(() => expireOffer(house, { id }, hours(48))));
    expect(twice.toSorted()).toEqual(["expired", "nothing"]);
    expect(await person(2)).toMatchObject({ state: "withdrawn", seatPool: null, offerExpiresAt: null });
    expect(await person(3)).toMatchObject({ seatPool: "open", offerExpiresAt: hours(96) });
    expect(await lettersTo(2)).toContain("participation-expired");
    const deeds = await db().select().from(history).where(eq(history.subjectId, id));
    expect(deeds.map((deed) => deed.action)).toContain("participation.expire-offer");
  });

  it("ends though its job was lost, and does not go round for one who never answers", async () => {
    await refused("not_allowed", () => sweepOffers(organizer, hours(48)));
    const states = async () => [(await person(2)).state, (await person(3)).state];
    await sweepOffers(house, hours(47));
    expect(await states()).toEqual(["waitlisted", "waitlisted"]);
    expect(await sweepOffers(house, hours(48))).toBeGreaterThan(0);
    expect(await states()).toEqual(["withdrawn", "waitlisted"]);
    await sweepOffers(house, hours(96));
    expect(await states()).toEqual(["withdrawn", "withdrawn"]);
    expect(await poolsOf(db(), event.id, at)).toEqual([{ kind: "open", seats: 1, taken: 0 }]);
  });
});

describe("the last seat", () => {
  it("is held by one, when its offer is taken, runs out and is wanted by others at once", async () => {
    const second = await person(2);
    await Promise.allSettled([
      acceptOffer(own(second), step(second), hours(47)),
      expireOffer(house, { id: second.id }, hours(48)),
      ...[4, 5, 6, 7].map((n) => register(stranger, registration(event.slug, n), hours(47))),
    ]);
    const rows = await db().select().from(participations).where(eq(participations.eventId, event.id));
    expect(rows.filter((row) => row.seatPool !== null)).toHaveLength(1);
    expect(rows).toHaveLength(7);
  });
});

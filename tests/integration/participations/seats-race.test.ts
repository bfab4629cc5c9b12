import { setTimeout as pause } from "node:timers/promises";
import { and, asc, count, eq, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateAll } from "@/bin/house/migrate";
import { db, disconnect, driver } from "@/db/client";
import { startThrowAway } from "@/db/embedded/throw-away";
import type { PoolKind } from "@/db/enums";
import { eventHosts } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { memberships } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { poolsOf } from "@/domain/pools/queries";
import { drawOrder } from "@/domain/pools/rules";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { type Confirmation, Racer } from "../../support/race";

/** Two thousand for five hundred seats in three pools, over a hundred connections of two app processes. */
const people = 2_000;
const pools = { members: 250, hosts: 50, open: 200 };
const seats = 500;

/** An event and whom everybody comes for: a host, a member, or nobody we know. */
async function stage(shares: Partial<Record<PoolKind, number>> = pools) {
  await makeGroup();
  const [host, member] = [await makeOrganisation("Host"), await makeOrganisation("Member")];
  const spell = { joinedOn: "2026-01-01", joinedPrecision: "day" as const, publicFrom: new Date(0) };
  await db()
    .insert(memberships)
    .values([host, member].map(({ id }) => ({ ...spell, organisationId: id })));
  const event = await makeEvent({}, shares);
  await db().insert(eventHosts).values({ eventId: event.id, organisationId: host.id, role: "host" });
  const from = (number: number) => [host.id, member.id, member.id, member.id, null][number % 5] ?? null;
  const of = (numbers: number[]) => ({
    event: event.slug,
    people: numbers.map((number): [number, string | null] => [number, from(number)]),
  });
  return { event, of };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

/** Whatever happened on the way: nobody is lost, no pool is over, the line is the order of arrival. */
async function expectFair(eventId: string, confirmations: Confirmation[], outOf: number, held: number) {
  const rows = await db()
    .select()
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .orderBy(asc(participations.arrival));
  expect(rows).toHaveLength(outOf);
  const byNumber = new Map(rows.map((row) => [Number(row.name.split(" ")[1]), row]));
  expect(byNumber.size).toBe(outOf);

  const shares = await poolsOf(db(), eventId, at);
  for (const share of shares) expect(share.taken, share.kind).toBeLessThanOrEqual(share.seats);
  expect(rows.filter((row) => row.seatPool !== null)).toHaveLength(held);

  // Whoever waits was behind everybody who sits in a pool they could have drawn from.
  const lastIn = new Map<PoolKind, number>();
  for (const row of rows) if (row.seatPool) lastIn.set(row.seatPool, row.arrival);
  const waiting = rows.filter((row) => row.state === "waitlisted");
  for (const row of waiting) {
    for (const kind of drawOrder(shares, row.pool))
      expect(lastIn.get(kind) ?? 0, `${row.name} waits, ${kind}`).toBeLessThan(row.arrival);
  }

  // What anybody was told is so. Who tried again is told by mail: the page never says who was registered before.
  const again = await db()
    .select({ id: mails.aboutId })
    .from(mails)
    .where(and(eq(mails.eventId, eventId), eq(mails.template, "participation-again")));
  const triedAgain = new Set(again.map((mail) => mail.id));
  for (const { number, outcome } of confirmations) {
    const row = byNumber.get(number);
    expect(row, `Person ${number}`).toBeDefined();
    if (row && !triedAgain.has(row.id)) expect(row.state, row.name).toBe(outcome);
  }
  return waiting;
}

/** One mail each that tells what happened; one who had to try again may have a second that says so. */
async function expectOneMailEach(eventId: string) {
  const letters = await db()
    .select({ to: mails.toAddress, count: count() })
    .from(mails)
    .where(and(eq(mails.eventId, eventId), ne(mails.template, "participation-again")))
    .groupBy(mails.toAddress);
  expect(letters).toHaveLength(people);
  expect(letters.filter((letter) => letter.count !== 1)).toEqual([]);
}

describe("two thousand for five hundred seats in three pools, over a hundred connections of two processes", () => {
  it("fills each pool and none above its seats, loses nobody, keeps the order and writes one mail each", {
    timeout: 300_000,
  }, async () => {
    const { event, of } = await stage();
    const url = process.env.DATABASE_URL ?? "";
    const racers = await Promise.all([new Racer(url, 50).ready(), new Racer(url, 50).ready()]);
    const halves = [range(0, people / 2), range(people / 2, people)];
    await Promise.all(racers.map((racer, n) => racer.run(of(halves[n] ?? []))));
    const confirmations = racers.flatMap((racer) => racer.confirmations);
    expect(confirmations).toHaveLength(people);
    const waiting = await expectFair(event.id, confirmations, people, seats);
    await expectOneMailEach(event.id);
    const told = new Map(confirmations.map((one) => [`Person ${one.number}`, one.place]));
    expect(waiting.map((row) => told.get(row.name))).toEqual(range(1, waiting.length + 1));
  });

  it("overbooks when the same verb runs without its lock: the test can fail", {
    timeout: 60_000,
  }, async () => {
    const { event, of } = await stage({ members: 15, hosts: 5, open: 10 });
    const url = process.env.DATABASE_URL ?? "";
    const options = { withoutLock: true };
    const racers = await Promise.all([
      new Racer(url, 50, options).ready(),
      new Racer(url, 50, options).ready(),
    ]);
    await Promise.all(racers.map((racer, n) => racer.run(of(range(n * 100, n * 100 + 100)))));
    const taken = await poolsOf(db(), event.id, at);
    expect(taken.some((pool) => pool.taken > pool.seats)).toBe(true);
    const [held] = await db()
      .select({ count: count() })
      .from(participations)
      .where(and(eq(participations.eventId, event.id), eq(participations.state, "approved")));
    expect(held?.count).toBeGreaterThan(30);
  });
});

describe("the same, with a process killed and the database restarted in the middle of it", () => {
  const before = process.env.DATABASE_URL;
  let server: Awaited<ReturnType<typeof startThrowAway>>;

  beforeAll(async () => {
    server = await startThrowAway();
    await migrateAll(server.url);
    await disconnect();
    process.env.DATABASE_URL = server.url;
    // This server forgets at a power cut; what a crash of the database alone must not lose, it keeps.
    await driver()`alter database plenary set synchronous_commit = on`;
    await disconnect();
  });
  afterAll(async () => {
    await disconnect();
    process.env.DATABASE_URL = before;
    await server.stop();
  });

  it("keeps all that was confirmed, and is as fair as before when everybody has tried again", {
    timeout: 180_000,
  }, async () => {
    const { event, of } = await stage();
    const [first, second, third] = await Promise.all(
      range(0, 3).map(() => new Racer(server.url, 50).ready()),
    );
    if (!first || !second || !third) throw new Error("no racers");
    const confirmed = async (racer: Racer, many: number) => {
      while (racer.confirmations.length < many) await pause(10);
    };
    const others = second.run(of(range(people / 2, people)));
    const mine = range(0, people / 2);
    const run = first.run(of(mine));

    await confirmed(first, 200);
    first.kill();
    await run;
    const told = first.confirmations.map((one) => one.number);
    expect(told.length).toBeLessThan(mine.length);
    const again = third.run(of(mine.filter((number) => !told.includes(number))));

    await confirmed(third, 200);
    const [postmaster] = await driver()<{ pid: string }[]>`
      select split_part(pg_read_file('postmaster.pid'), e'\n', 1) as pid`;
    process.kill(Number(postmaster?.pid), "SIGQUIT");
    await Promise.all([others, again]);

    const confirmations = [first, second, third].flatMap((racer) => racer.confirmations);
    expect(new Set(confirmations.map((one) => one.number)).size).toBe(people);
    await expectFair(event.id, confirmations, people, seats);
    await expectOneMailEach(event.id);
  });
});

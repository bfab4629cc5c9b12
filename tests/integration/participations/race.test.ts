import { and, asc, count, eq } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { register } from "@/domain/participations/register";
import { withdraw } from "@/domain/participations/withdraw";
import { organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";

const people = 200;
const seats = 50;

beforeAll(async () => {
  process.env.DATABASE_POOL = "40";
  await makeGroup();
});

async function inState(eventId: string, state: "approved" | "waitlisted") {
  return db()
    .select({ name: participations.name, arrival: participations.arrival })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.state, state)))
    .orderBy(asc(participations.arrival));
}

describe("two hundred for fifty seats, over forty connections", () => {
  it("gives each seat once, keeps the order of arrival, and writes one mail to each", async () => {
    const event = await makeEvent({ capacity: seats });
    const answers = await Promise.all(
      Array.from({ length: people }, (_, n) => register(stranger, registration(event.slug, n), at)),
    );
    const [approved, waiting] = await Promise.all([
      inState(event.id, "approved"),
      inState(event.id, "waitlisted"),
    ]);
    expect([approved.length, waiting.length]).toEqual([seats, people - seats]);
    expect(Math.max(...approved.map((one) => one.arrival))).toBeLessThan(
      Math.min(...waiting.map((one) => one.arrival)),
    );

    const places = answers.filter((answer) => answer.outcome === "waitlisted").map((answer) => answer.place);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: people - seats }, (_, n) => n + 1));

    const letters = await db()
      .select({ to: mails.toAddress, count: count() })
      .from(mails)
      .where(eq(mails.eventId, event.id))
      .groupBy(mails.toAddress);
    expect(letters).toHaveLength(people);
    expect(letters.every((letter) => letter.count === 1)).toBe(true);
  });

  it("overbooks when the same is done without the lock: the test can fail", async () => {
    const event = await makeEvent({ capacity: seats });
    const sql = postgres(process.env.DATABASE_URL ?? "", { max: 40, onnotice: () => {} });
    await Promise.all(Array.from({ length: 40 }, () => sql`select pg_sleep(0.01)`));
    // What `register` does, statement for statement, but for the `for update`.
    const naive = (n: number) =>
      sql.begin(async (tx) => {
        const [row] = await tx`select capacity from events where slug = ${event.slug}`;
        const [taken] = await tx`
          select count(*)::int as seats from participations where event_id = ${event.id} and state = 'approved'`;
        const seat = taken?.seats < row?.capacity ? "open" : null;
        await tx`
          insert into participations (event_id, name, email, state, seat_pool, locale, source)
          values (${event.id}, ${`Person ${n}`}, ${`naive-${n}@example.org`}, ${seat ? "approved" : "waitlisted"}, ${seat}, 'en', 'registration')`;
      });
    await Promise.all(Array.from({ length: people }, (_, n) => naive(n)));
    await sql.end();
    expect((await inState(event.id, "approved")).length).toBeGreaterThan(seats);
  });
});

describe("the last seat, given up and wanted at once", () => {
  it("is held by exactly one, whoever comes first, and by whoever waits before whoever is new", async () => {
    const event = await makeEvent({ capacity: 1 });
    await register(stranger, registration(event.slug, 1), at);
    await register(stranger, registration(event.slug, 2), at);
    const [holder] = await db()
      .select({ id: participations.id, revision: participations.revision })
      .from(participations)
      .where(and(eq(participations.eventId, event.id), eq(participations.state, "approved")));
    await Promise.all([
      withdraw(organizer, { id: holder?.id ?? "", revision: holder?.revision ?? 0, reason: "" }, at),
      ...Array.from({ length: 20 }, (_, n) => register(stranger, registration(event.slug, n + 3), at)),
    ]);
    expect((await inState(event.id, "approved")).map((one) => one.name)).toEqual(["Person 2"]);
    expect(await inState(event.id, "waitlisted")).toHaveLength(20);
  });

  it("a decision made twice at once happens once", async () => {
    const event = await makeEvent({ capacity: 5 });
    await register(stranger, registration(event.slug, 1), at);
    const [row] = await db().select().from(participations).where(eq(participations.eventId, event.id));
    const twice = await Promise.allSettled(
      [1, 2].map(() =>
        withdraw(organizer, { id: row?.id ?? "", revision: row?.revision ?? 0, reason: "" }, at),
      ),
    );
    expect(twice.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

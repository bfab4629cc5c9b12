import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { connect } from "../../support/postgres";

const server = connect(process.env.DATABASE_URL ?? "");
const made = async () => (await server`select slug from organisations where slug like 'lost-%'`).length;
const insert = (slug: string) =>
  sql`insert into organisations (slug, kind, name) values (${slug}, 'ngo', '{"en": "Lost"}')`;

/** Begins a transaction that writes, loses its connection, and goes on `afterwards`. */
function losing(
  afterwards: (tx: Parameters<Parameters<ReturnType<typeof db>["transaction"]>[0]>[0]) => Promise<unknown>,
) {
  return db().transaction(async (tx) => {
    const [own] = await tx.execute(sql`select pg_backend_pid() as pid`);
    await tx.execute(insert("lost-before"));
    await server`select pg_terminate_backend(${Number(own?.pid)})`;
    await pause(100);
    return afterwards(tx);
  });
}

test("a transaction that lost its connection fails, with all it wrote, and the process and the others go on", async () => {
  await expect(losing((tx) => tx.execute(insert("lost-after")))).rejects.toThrow();
  await expect(losing(async () => "never committed")).rejects.toThrow();
  const inTheMiddle = losing(async (tx) => {
    for (let n = 0; n < 20; n++) await tx.execute(sql`select ${n}`);
  });
  await expect(inTheMiddle).rejects.toThrow();
  expect(await made()).toBe(0);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => db().execute(sql`select ${n}::int as n`)),
  );
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  expect(await made()).toBe(0);
});

test("what an old transaction still says never lands in another's", async () => {
  const late = losing(async (tx) => {
    await pause(300);
    await tx.execute(insert("lost-late"));
  });
  const caught = expect(late).rejects.toThrow();
  for (let n = 0; n < 60; n++) {
    await Promise.all(Array.from({ length: 12 }, () => db().execute(sql`select 1`)));
    await pause(10);
  }
  await caught;
  expect(await made()).toBe(0);
  await server.end();
});

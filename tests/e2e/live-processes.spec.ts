import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { plantLiveEvent } from "../support/live-event";
import { test } from "../support/own-stage";
import { startSecond } from "../support/second-process";
import { type Reader, readStream } from "../support/stream";

const { expect } = test;

/** When a reader had heard a view that says so, by the clock of this process. */
const saw = (reader: Reader, text: string) =>
  reader.heard.find((one) => one.event === "view" && one.data.includes(text))?.at;

test("two processes tell the same within a second, lose nothing, and let go of their readers when they close", async ({
  stage,
}) => {
  test.setTimeout(180_000);
  const url = fs.readFileSync(path.join(stage.mail, "database-url"), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const event = await plantLiveEvent(url, "Two processes");
  const second = await startSecond(url);
  const address = (port: number) => `http://localhost:${port}/en/events/${event.slug}/live/stream`;
  const readers = [await readStream(address(stage.port)), await readStream(address(second.port))];
  for (const reader of readers) await expect.poll(() => saw(reader, "Opening")).toBeDefined();

  const release = (note: string) => sql`
    insert into agenda_releases (event_id, number, note, content, released_at)
    select event_id, max(number) + 1, ${sql.json({ en: note })}, (array_agg(content order by number desc))[1], now()
    from agenda_releases where event_id = ${event.id} group by event_id`;

  await test.step("a change is with the readers of both within a second", async () => {
    await release("A first change");
    const done = performance.now();
    for (const reader of readers) await expect.poll(() => saw(reader, "A first change")).toBeDefined();
    for (const reader of readers) expect((saw(reader, "A first change") ?? 0) - done).toBeLessThan(1_000);
  });

  await test.step("what changed while one had lost the database comes to its readers as well", async () => {
    stage.tell("cut database");
    await expect
      .poll(async () => (await fetch(`http://localhost:${stage.port}/readyz`)).status, { timeout: 20_000 })
      .toBe(503);
    await release("While the line was cut");
    stage.tell("mend database");
    const [first] = readers;
    if (!first) throw new Error("no reader");
    await expect.poll(() => saw(first, "While the line was cut"), { timeout: 40_000 }).toBeDefined();
  });

  await test.step("a process that closes ends its streams at once; the reader comes again and is told the rest", async () => {
    const [, reader] = readers;
    const last = reader?.heard.findLast((one) => one.id)?.id;
    const closed = once(second.child, "exit");
    const began = performance.now();
    second.child.kill("SIGTERM");
    await reader?.ended;
    await closed;
    expect(performance.now() - began).toBeLessThan(8_000);
    await release("While nobody read");
    const again = await readStream(address(stage.port), last);
    await expect.poll(() => saw(again, "While nobody read")).toBeDefined();
    const seen = again.heard.findLast((one) => one.id)?.id;
    again.close();
    // Who has seen the present version is not sent it again.
    const idle = await readStream(address(stage.port), seen);
    await expect.poll(() => idle.heard.map((one) => one.event)).toEqual(["clock"]);
    idle.close();
  });

  await test.step("an event that is not announced has no stream", async () => {
    await sql`update events set announced_at = null where id = ${event.id}`;
    await expect(readStream(address(stage.port))).rejects.toThrow("404");
    await expect.poll(() => readers[0]?.heard.at(-1)?.event).toBe("gone");
  });
  for (const reader of readers) reader.close();
  await sql.end();
});

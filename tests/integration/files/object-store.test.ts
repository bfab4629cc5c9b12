import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tasks } from "@/bin/jobs";
import { db, driver } from "@/db/client";
import { eraseFiles } from "@/domain/files/erase";
import { keepSeen } from "@/domain/files/keep";
import { sweepObject } from "@/domain/files/sweep";
import { at } from "../../support/make";
import { openObjectStore } from "../../support/object-store";
import { content, keep, rowOf, sameInEveryStore } from "./doors";

let store: Awaited<ReturnType<typeof openObjectStore>>;
beforeAll(async () => {
  store = await openObjectStore();
  Object.assign(process.env, store.settings);
});
afterAll(() => store.close());
beforeEach(() => {
  store.objects.clear();
  store.asked.length = 0;
  store.trouble.status = undefined;
});

/** The jobs that look after objects: of which, and when. */
const sweeps = () =>
  driver()<{ id: string; due: string }[]>`
    select p.payload->>'id' as id, j.run_at as due from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'sweep-object' order by j.id`;

describe("files in an object store", () => {
  sameInEveryStore("s3");

  test("an object has the id of its file as its only name", async () => {
    const id = await keep();
    expect([...store.objects]).toEqual([[id, content]]);
  });

  test("a deed that comes to nothing leaves an object that is swept, and never a row without one", async () => {
    let id = "";
    const undone = db().transaction(async (tx) => {
      id = await keepSeen(tx, "media", null, { name: "a", contentType: "image/png", content }, at);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await rowOf(id)).toBeUndefined();
    expect(store.objects.has(id)).toBe(true);
    const due = (await sweeps()).find((job) => job.id === id)?.due;
    expect(new Date(due ?? 0).getTime()).toBe(at.getTime() + 3_600_000);
    await tasks["sweep-object"]?.({ id }, undefined as never);
    expect(store.objects.has(id)).toBe(false);

    store.trouble.status = 403;
    await expect(keep()).rejects.toThrow("403");
  });

  test("a file that was kept is not swept; an erased one is, once it is erased for good", async () => {
    const id = await keep();
    await sweepObject({ id });
    expect(store.objects.has(id)).toBe(true);
    const undone = db().transaction(async (tx) => {
      await eraseFiles(tx, [id], at);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const before = (await sweeps()).length;
    await db().transaction((tx) => eraseFiles(tx, [id], at));
    expect((await sweeps()).slice(before).map((job) => job.id)).toEqual([id]);
    await sweepObject({ id });
    await sweepObject({ id });
    expect(store.objects.size).toBe(0);
  });

  test("as many at once as there are connections do not wait for each other", async () => {
    const many = await Promise.all(Array.from({ length: 12 }, keep));
    expect(new Set(many).size).toBe(12);
    expect(store.objects.size).toBe(12);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { create } from "@/domain/commitments/create";
import { publish } from "@/domain/commitments/publish";
import { withdraw } from "@/domain/commitments/withdraw";
import { search } from "@/domain/search/queries";
import { organizer } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { entered, owner } from "../commitments/fixture";

beforeAll(makeGroup);

const lifts = new Date("2026-03-10T09:00:00Z");
const find = (q: string, when = at, member?: string) =>
  search("en", when.toISOString().slice(0, 10), when, { q, page: 1, member });
const promise = (word: string) => ({ title: { en: `We buy ${word}`, sv: "" } });

test("a commitment is found while it is public, on the page of an owner that is", async () => {
  const [known, hidden] = [await owner("Known Works"), await owner("Hidden Works", lifts)];
  const { id } = await create(organizer, entered([hidden, known], promise("vanadium")), at);
  expect(await find("vanadium")).toMatchObject({ total: 0, rows: [] });
  await publish(organizer, { id, revision: 1 }, at);
  const found = await find("vanadium");
  expect(found.rows.map((row) => [row.kind, row.slug])).toEqual([
    ["commitment", `${known.slug}#commitment-${id}`],
  ]);
  expect(found.facets.member.map((one) => one.value)).toEqual([known.slug]);
  expect(found.facets.year.map((one) => one.value)).toEqual(["2026"]);
  expect((await find("vanadium", at, known.slug)).total).toBe(1);
  expect((await find("vanadium", at, hidden.slug)).total).toBe(0);
  expect((await find("vanadium", lifts, hidden.slug)).total).toBe(1);
  await withdraw(organizer, { id, revision: 2, reason: "In error." }, at);
  expect((await find("vanadium")).total).toBe(0);
});

test("what only members still to come have promised is not found before the instant", async () => {
  const hidden = await owner("Later Works", lifts);
  const { id } = await create(organizer, entered([hidden], promise("tantalum")), at);
  await publish(organizer, { id, revision: 1 }, at);
  expect((await find("tantalum", new Date(lifts.getTime() - 1))).total).toBe(0);
  expect((await find("tantalum", lifts)).rows.map((row) => row.slug)).toEqual([
    `${hidden.slug}#commitment-${id}`,
  ]);
  await db().update(memberships).set({ withdrawnAt: lifts }).where(eq(memberships.organisationId, hidden.id));
  expect((await find("tantalum", lifts)).total).toBe(0);
});

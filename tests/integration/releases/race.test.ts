import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, disconnect } from "@/db/client";
import { history } from "@/db/schema/history";
import { carryOut } from "@/domain/releases/carry-out";
import { publish } from "@/domain/releases/publish";
import { house } from "../../support/actors";
import { makeGroup } from "../../support/make";
import { unlocked } from "../../support/unlocked";
import { hiddenSpell } from "../announcements/fixture";
import { composed, makeOrganizer, minuteBefore, releaseOf, scheduled } from "./fixture";

beforeAll(makeGroup);
const kept = globalThis as typeof globalThis & { plenarySql?: unknown };
afterAll(disconnect);

/** Several workers and a hasty organizer at once; answers how often it was carried out, by history. */
async function raced() {
  const organizer = await makeOrganizer();
  const spell = await hiddenSpell();
  const id = await composed(organizer, [`membership:${spell.id}`]);
  await scheduled(organizer, id);
  const { revision } = (await releaseOf(id)).row;
  await Promise.allSettled([
    ...[1, 2, 3, 4].map(() => carryOut(house, { id }, minuteBefore)),
    publish(organizer, { id, revision }, minuteBefore),
  ]);
  const about = and(eq(history.subjectKind, "release"), eq(history.subjectId, id));
  const deeds = await db().select({ action: history.action }).from(history).where(about);
  return deeds.filter(({ action }) => action === "release.carry-out" || action === "release.publish").length;
}

test("however many carry a release out at once, it is carried out once", async () => {
  for (let round = 0; round < 5; round++) expect(await raced()).toBe(1);
});

test("and the lock is why: without it the same race is lost", async () => {
  await disconnect();
  kept.plenarySql = unlocked(postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} }));
  try {
    const rounds: number[] = [];
    for (let round = 0; round < 5; round++) rounds.push(await raced());
    expect(Math.max(...rounds)).toBeGreaterThan(1);
  } finally {
    await disconnect();
  }
});

import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/db/client";
import { create } from "@/domain/commitments/create";
import { edit } from "@/domain/commitments/edit";
import { editor, organizer } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { unlocked } from "../../support/unlocked";
import { changed, commitmentOf, entered, owner } from "./fixture";

beforeAll(makeGroup);
const kept = globalThis as typeof globalThis & { plenarySql?: unknown };
afterAll(disconnect);

/** Two people change the same revision at once; answers what each was told, and which revision it is at. */
async function raced() {
  const works = await owner("Raced Works");
  const { id } = await create(editor, entered([works]), at);
  const change = (actor: typeof editor, title: string) =>
    edit(actor, changed(id, 1, [works], { title: { en: title, sv: "" } }), at).then(
      () => title,
      (error: { code?: string }) => error.code,
    );
  const answers = await Promise.all([change(editor, "One"), change(organizer, "Other")]);
  const { revision, title } = await commitmentOf(id);
  return { answers, revision, title: title.en };
}

test("of two who change the same revision at once one wins, and the other is told", async () => {
  for (let round = 0; round < 5; round++) {
    const { answers, revision, title } = await raced();
    expect(answers).toContain("stale");
    expect(answers).toContain(title);
    expect(revision).toBe(2);
  }
});

test("and the lock is why: without it the same race is lost", async () => {
  await disconnect();
  kept.plenarySql = unlocked(postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} }));
  try {
    const told: unknown[] = [];
    for (let round = 0; round < 5; round++) told.push(...(await raced()).answers);
    expect(told.filter((answer) => answer === "stale").length).toBeLessThan(5);
  } finally {
    await disconnect();
  }
});

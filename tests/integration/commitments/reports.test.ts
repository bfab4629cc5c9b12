import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import type { CommitmentProgress } from "@/db/enums";
import { commitmentReports } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { commitmentForOrganizer, meetingChoices } from "@/domain/commitments/organizer-queries";
import { report } from "@/domain/commitments/report";
import { violation } from "@/lib/refusal";
import { organizer } from "../../support/actors";
import { makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { commitmentOf, owner, published, reported, told } from "./fixture";

beforeAll(makeGroup);
// The summits of one test are not held in the next.
afterEach(async () => {
  await db().update(events).set({ kind: "dialogue" });
});

const morning = (day: string) => new Date(`${day}T07:00:00Z`);
const evening = (day: string) => new Date(`${day}T15:00:00Z`);
const summit = (from: string, to = from, facts: Partial<typeof events.$inferInsert> = {}) =>
  makeEvent({ startsAt: morning(from), endsAt: evening(to), ...facts });

/** A public commitment of the first of February, and how to report of it in turn. */
async function reporting() {
  const works = await owner("Reporting Works");
  const id = await published([works]);
  const say = async (event: { id: string }, progress: CommitmentProgress, moment: Date, text = "") =>
    report(organizer, reported(id, (await commitmentOf(id)).revision, event.id, progress, text), moment);
  const stands = async (moment: Date) => (await told(works, id, moment))?.stands;
  return { works, id, say, stands };
}

test("what stands follows the summits as they are held", async () => {
  const { works, id, say, stands } = await reporting();
  const [first, second] = [await summit("2026-06-10"), await summit("2026-09-10")];
  expect(await stands(morning("2026-06-10"))).toBe("not_due");
  expect(await stands(evening("2026-06-10"))).toBe("not_reported");
  await say(first, "limited", evening("2026-06-10"), "A third of it.");
  expect(await stands(evening("2026-06-11"))).toBe("limited");
  expect(await stands(evening("2026-09-10"))).toBe("not_reported");
  await say(second, "done", evening("2026-09-10"));
  expect(await stands(evening("2026-09-11"))).toBe("done");
  const said = await told(works, id, evening("2026-09-11"));
  expect(said?.reports.map((one) => [one.eventSlug, one.progress, one.text])).toEqual([
    [second.slug, "done", {}],
    [first.slug, "limited", { en: "A third of it." }],
  ]);
  expect(said?.reports[0]).not.toHaveProperty("reportedBy");
});

test("the summit at which it was made has nothing to hear of it, nor has one that was cancelled or that nobody knows of", async () => {
  const { stands } = await reporting();
  await summit("2026-01-31", "2026-02-02");
  await summit("2026-02-01");
  await summit("2026-04-10", "2026-04-10", { announcedAt: null });
  await summit("2026-04-11", "2026-04-11", {
    cancelledAt: morning("2026-04-01"),
    cancellationReason: "Snow.",
  });
  await summit("2026-04-12", "2026-04-12", { kind: "dialogue" });
  expect(await stands(morning("2026-05-01"))).toBe("not_due");
  // Half past midnight on the second in Stockholm, when it is the first in UTC.
  await summit("2026-02-02", "2026-02-02", { startsAt: new Date("2026-02-01T23:30:00Z") });
  expect(await stands(morning("2026-05-01"))).toBe("not_reported");
});

test("a report is put right by another, which alone counts outside, and stays in the workspace", async () => {
  const { works, id, say } = await reporting();
  const event = await summit("2026-06-10");
  await say(event, "done", evening("2026-06-10"), "All of it.");
  await say(event, "limited", evening("2026-06-11"), "Half of it.");
  const moment = evening("2026-06-12");
  const said = await told(works, id, moment);
  expect(said).toMatchObject({
    stands: "limited",
    reports: [{ progress: "limited", text: { en: "Half of it." } }],
  });
  expect(said?.reports).toHaveLength(1);
  const { reports, stands } = await commitmentForOrganizer(organizer, id, moment);
  expect(stands).toBe("limited");
  expect(reports.map((one) => [one.progress, one.counts, one.reportedBy])).toEqual([
    ["limited", true, organizer.name],
    ["done", false, organizer.name],
  ]);
});

test("a report is never changed or removed, whoever asks the database", async () => {
  const { id, say } = await reporting();
  await say(await summit("2026-06-10"), "limited", evening("2026-06-10"));
  const mine = eq(commitmentReports.commitmentId, id);
  for (const forged of [
    db().update(commitmentReports).set({ progress: "done" }).where(mine),
    db()
      .update(commitmentReports)
      .set({ text: { en: "All of it." } })
      .where(mine),
    db().delete(commitmentReports).where(mine),
  ])
    expect(violation(await forged.catch((error: unknown) => error))?.state).toBe("23001");
  expect(await db().select().from(commitmentReports).where(mine)).toMatchObject([
    { progress: "limited", text: {} },
  ]);
});

test("a report at a meeting that is not announced is nowhere outside", async () => {
  const { works, id, say } = await reporting();
  const hidden = await summit("2026-06-10", "2026-06-10", {
    announcedAt: null,
    title: { en: "Secret Summit" },
  });
  await say(hidden, "done", evening("2026-06-10"), "Said behind doors.");
  const moment = evening("2026-06-11");
  const said = await told(works, id, moment);
  expect(said).toMatchObject({ stands: "not_due", reports: [] });
  expect(JSON.stringify(said)).not.toMatch(/Secret|behind doors/);
  expect((await commitmentForOrganizer(organizer, id, moment)).reports).toHaveLength(1);
  await db().update(events).set({ announcedAt: moment }).where(eq(events.id, hidden.id));
  expect(await told(works, id, moment)).toMatchObject({ stands: "done", reports: [{ progress: "done" }] });
});

test("nothing is kept of a meeting that was over before, has not begun, was cancelled or does not exist", async () => {
  const { id, say } = await reporting();
  const moment = evening("2026-06-10");
  const cancelled = { cancelledAt: moment, cancellationReason: "Snow." };
  const over = await summit("2026-01-30", "2026-01-31");
  await refused("before_commitment", () => say(over, "done", moment));
  const ahead = await summit("2026-06-11");
  await refused("event_not_begun", () => say(ahead, "done", moment));
  const off = await summit("2026-06-09", "2026-06-09", cancelled);
  await refused("event_cancelled", () => say(off, "done", moment));
  await refused("no_such_event", () => say({ id: crypto.randomUUID() }, "done", moment));
  expect((await commitmentForOrganizer(organizer, id, moment)).reports).toEqual([]);
  await say(await summit("2026-01-31", "2026-02-01"), "not_started", moment);
  await say(await summit("2026-06-10", "2026-06-12"), "limited", moment);
  expect((await commitmentForOrganizer(organizer, id, moment)).reports).toHaveLength(2);
  const offered = (await meetingChoices(organizer, moment)).map((one) => one.id);
  expect(offered).toContain(over.id);
  expect(offered).not.toContain(ahead.id);
  expect(offered).not.toContain(off.id);
});

test("what was kept of a meeting that was then cancelled counts no more, and is not public", async () => {
  const { works, id, say, stands } = await reporting();
  const moment = evening("2026-06-10");
  const broken = await summit("2026-06-10", "2026-06-12");
  await say(broken, "done", moment, "All of it.");
  expect(await stands(moment)).toBe("done");
  await db()
    .update(events)
    .set({ cancelledAt: moment, cancellationReason: "Snow." })
    .where(eq(events.id, broken.id));
  expect(await told(works, id, moment)).toMatchObject({ stands: "not_due", reports: [] });
  expect(await commitmentForOrganizer(organizer, id, moment)).toMatchObject({
    stands: "not_due",
    reports: [{ progress: "done", counts: false }],
  });
});

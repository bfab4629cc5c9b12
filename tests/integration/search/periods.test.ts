import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { periods } from "@/db/schema/periods";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { publicAnnouncements } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { publicEvents } from "@/domain/events/queries";
import type { Belonging } from "@/domain/periods/input";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { search } from "@/domain/search/queries";
import { publicStatements } from "@/domain/statements/queries";
import { dayIn } from "@/lib/time";
import { organizer } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, makeRelease } from "../../support/make";
import { edition, published, written } from "../announcements/fixture";

/** The zone of the group. */
const zone = "Europe/Stockholm";
const cabinet = crypto.randomUUID();

/** Files share a database: neither are the periods of others told here, nor these elsewhere. */
async function removePeriods() {
  for (const table of [announcements, statements, events]) await db().update(table).set({ periodId: null });
  await db().delete(periods);
}

beforeAll(async () => {
  await makeGroup();
  await removePeriods();
});
afterAll(removePeriods);

/** They come after the texts: in a period that is over these could not be written any more. */
async function makePeriods() {
  const government = await makeOrganisation("Test Country");
  const phase = (name: string, fromOn: string, toOn: string | null) => ({
    kind: "phase" as const,
    name: { en: name },
    fromOn,
    toOn,
  });
  await db()
    .insert(periods)
    .values([
      phase("Phase 1", "2024-01-01", "2025-01-01"),
      phase("Phase 2", "2025-01-01", "2026-01-01"),
      phase("Phase 3", "2026-01-01", "2026-03-03"),
      phase("Phase 4", "2026-03-03", null),
      { ...phase("Early chair", "2024-01-01", "2024-07-01"), kind: "presidency" },
      { ...phase("Late chair", "2024-07-01", "2024-12-31"), kind: "presidency" },
      {
        ...phase("Cabinet", "2024-01-01", "2025-01-01"),
        id: cabinet,
        kind: "government",
        organisationId: government.id,
      },
    ]);
}

/** Half an hour into 31 December 2024 in Stockholm, when it is the 30th in UTC. */
const startsAt = new Date("2024-12-30T23:30:00Z");
const endsAt = new Date("2024-12-31T02:00:00Z");

async function news(words: string, facts: object = {}, from = at) {
  const id = await written(facts, ["en"]);
  await saveEdition(organizer, await edition(id, "en", words), from);
  await published(id, ["en"], null, from);
  return id;
}

async function statement(title: string, publicFrom: Date, facts: object, adoptedAt?: Date) {
  const [row] = await db()
    .insert(statements)
    .values({ slug: title.toLowerCase().replaceAll(" ", "-"), kind: "joint_statement" as const, ...facts })
    .returning();
  const statementId = row?.id ?? "";
  const [text] = await db()
    .insert(statementRevisions)
    .values({ statementId, locale: "en", number: 1, title, paragraphs: [], hash: "h", savedByName: "t" })
    .returning();
  const revisionId = text?.id ?? "";
  await db().insert(statementPublications).values({ statementId, locale: "en", revisionId, publicFrom });
  if (adoptedAt)
    await db()
      .insert(adoptions)
      .values({ statementId, revisionId, hash: "h", method: "silence", adoptedAt, zone: "Pacific/Auckland" });
}

/** The periods named with each answer, by its title. */
async function marked(when: Date) {
  const { rows } = await search("en", dayIn(when, zone), when, { q: "yttrium", page: 1 });
  const named = rows.map((row) => [
    row.title.map((part) => part.text).join(""),
    row.periods.map((period) => period.name.en),
  ]);
  return { rows, named: Object.fromEntries(named) };
}

test("a period that is over is named with what is found of it, as the lists name it", async () => {
  const held = await makeEvent({ title: { en: "Yttrium meeting" }, startsAt, endsAt });
  const chosen = await makeEvent({ title: { en: "Yttrium chosen" }, startsAt, endsAt });
  const hidden = await makeEvent({ startsAt, endsAt, announcedAt: null });
  await db()
    .insert(agendaItems)
    .values({ eventId: held.id, kind: "panel", title: { en: "Yttrium panel" }, startsAt, endsAt });
  await makeRelease(held.id);
  const old = await news("Yttrium old", {}, new Date("2025-12-31T22:30:00Z"));
  await saveEdition(organizer, await edition(old, "en", "Yttrium old, corrected"), at);
  await published(old, ["en"], null, at, { major: false });
  await news("Yttrium tied", { eventId: held.id });
  await news("Yttrium untold", { eventId: hidden.id });
  await statement("Yttrium adopted", at, {}, new Date("2024-06-30T11:30:00Z"));
  await statement("Yttrium adopted before", at, {}, new Date("2024-06-30T12:30:00Z"));
  await statement("Yttrium summary", new Date("2025-05-01T09:00:00Z"), { kind: "chairs_summary" });
  await statement("Yttrium declared", at, { eventId: held.id }, at);

  await makePeriods();
  await db().update(events).set({ periodId: cabinet }).where(eq(events.id, chosen.id));
  const before = {
    "Yttrium meeting": ["Phase 1"],
    "Yttrium chosen": ["Cabinet"],
    "Yttrium panel": ["Phase 1"],
    "Yttrium old, corrected": ["Phase 2"],
    "Yttrium tied": ["Phase 1"],
    "Yttrium untold": [],
    "Yttrium adopted": ["Phase 1", "Early chair"],
    "Yttrium adopted before": ["Phase 1", "Late chair"],
    "Yttrium summary": ["Phase 2"],
    "Yttrium declared": ["Phase 1"],
  };
  expect((await marked(at)).named).toEqual(before);
  const later = new Date("2026-03-03T09:00:00Z");
  const { named, rows } = await marked(later);
  expect(named).toEqual({ ...before, "Yttrium untold": ["Phase 3"] });

  const [pieces, texts, meetings] = await Promise.all([
    publicAnnouncements("en", later, { page: 1 }),
    publicStatements(later),
    publicEvents(later, "past"),
  ]);
  const lists: [Belonging, { id: string; day: string }[]][] = [
    ["announcement", pieces.rows.map((one) => ({ id: one.id, day: dayIn(one.firstPublicAt, zone) }))],
    [
      "statement",
      texts.map((one) => ({ id: one.id, day: dayIn(one.adoptedAt ?? one.publicFrom, one.zone ?? zone) })),
    ],
    ["event", meetings.map((one) => ({ id: one.id, day: dayIn(one.startsAt, one.zone) }))],
  ];
  for (const [of, dated] of lists) {
    const closed = await closedPeriodsBy(of, dated, dayIn(later, zone), later);
    const found = rows.filter((row) => row.kind === of);
    expect(found.length).toBeGreaterThan(1);
    for (const row of found) expect(row.periods, row.slug).toEqual(closed.get(row.id) ?? []);
  }
});

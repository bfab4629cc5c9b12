import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { statements } from "@/db/schema/statements";
import { seed } from "@/db/seed";
import { edit } from "@/domain/events/edit";
import { editEventInput } from "@/domain/events/input";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { historyOf, listHistory } from "@/domain/history/queries";
import { readableKinds } from "@/domain/history/rules";
import { instantToLocal } from "@/lib/time";
import { organizer } from "../../support/actors";

const at = new Date("2026-03-02T09:07:41.123Z");
beforeAll(async () => void (await seed(at)));

it("leaves the history that people would have left, in the order of time", async () => {
  for (const kind of ["event", "statement", "announcement", "participation"] as const) {
    expect(readableKinds(organizer)).toContain(kind);
    expect((await listHistory(organizer, { q: "", kind, page: 1 })).total, kind).toBeGreaterThan(10);
  }
  const deeds = await db().select().from(history).orderBy(history.id);
  expect(deeds.map((deed) => deed.at)).toEqual(deeds.map((deed) => deed.at).toSorted((a, b) => +a - +b));
  expect(deeds.every((deed) => deed.at <= at)).toBe(true);
  const [statement] = await db()
    .select()
    .from(statements)
    .where(eq(statements.slug, "summit-statement-2022"));
  const told = (await historyOf(organizer, ["statement", statement?.id ?? ""])).map((deed) => deed.action);
  expect(new Set(told)).toEqual(
    new Set(["statement.create", "statement.edit", "statement.adopt", "statement.publish"]),
  );
});

it("has times that a form shows whole, so that saving one changes only what was changed", async () => {
  const [row] = await db().select().from(events).where(eq(events.registrationPolicy, "approval"));
  const event = await eventForOrganizer(organizer, row?.id ?? "");
  const local = (instant: Date | null) => (instant ? instantToLocal(instant, event.zone) : "");
  const sent = editEventInput.parse({
    ...event,
    startsAt: local(event.startsAt),
    endsAt: local(event.endsAt),
    registrationOpensAt: local(event.registrationOpensAt),
    registrationClosesAt: local(event.registrationClosesAt),
    capacity: String(event.capacity ?? ""),
    country: event.country ?? "",
    summary: { en: "Another summary", sv: "En annan sammanfattning" },
  });
  await edit(organizer, sent, at);
  const [deed] = await historyOf(organizer, ["event", event.id]);
  expect(deed?.details).toMatchObject({ changed: ["summary"], moved: false });
});

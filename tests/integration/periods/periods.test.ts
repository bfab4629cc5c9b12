import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { history } from "@/db/schema/history";
import { periods } from "@/db/schema/periods";
import { edit as editAnnouncement } from "@/domain/announcements/edit";
import { saveEdition } from "@/domain/announcements/save-edition";
import { appoint } from "@/domain/people/appoint";
import { createOffice } from "@/domain/people/create-office";
import { createPerson } from "@/domain/people/create-person";
import { appointmentInput, officeInput, personInput } from "@/domain/people/input";
import { peopleSince } from "@/domain/people/since";
import { assign } from "@/domain/periods/assign";
import { create } from "@/domain/periods/create";
import { edit } from "@/domain/periods/edit";
import { assignInput, editPeriodInput, periodInput } from "@/domain/periods/input";
import { belongingOf, closedPeriodsBy, listPeriods } from "@/domain/periods/queries";
import { editor, organizer, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, piece, published, rowsOf, written } from "../announcements/fixture";

const admin = user("admin");
const later = new Date("2026-05-01T09:00:00Z");
const today = "2026-05-01";

beforeAll(makeGroup);
afterEach(async () => {
  await db().update(announcements).set({ periodId: null });
  await db().delete(periods);
});

const phase = (fromOn = "2026-01-01", toOn = "2026-04-01", rest: object = {}) =>
  periodInput.parse({ kind: "phase", name: { en: "Phase 1", sv: "Fas 1" }, fromOn, toOn, ...rest });
const namesFor = async (id: string, facts: object = {}) =>
  (await closedPeriodsBy("announcement", [{ id, day: "2026-03-02", ...facts }], today, later))
    .get(id)
    ?.map((one) => one.name.en) ?? [];

describe("periods", () => {
  test("are entered and changed by administrators, on the revision that was seen", async () => {
    const { id } = await create(admin, phase(), at);
    await refused("not_allowed", () => create(organizer, phase(), at));
    await refused("not_allowed", () => create(editor, phase(), at));
    await refused("no_such_organisation", () =>
      create(admin, phase("2026-01-01", "", { kind: "government", organisationId: crypto.randomUUID() }), at),
    );
    const change = (revision: number, toOn: string) =>
      editPeriodInput.parse({
        ...phase("2026-01-01", toOn),
        name: { en: "Phase 1", sv: "Fas 1" },
        id,
        revision,
      });
    expect(await edit(admin, change(1, "2026-05-01"), at)).toEqual({ revision: 2 });
    expect(await edit(admin, change(2, "2026-05-01"), at)).toEqual({ revision: 2 });
    await refused("stale", () => edit(admin, change(1, "2026-06-01"), at));
    await refused("not_allowed", () => edit(editor, change(2, "2026-06-01"), at));
    await refused("not_found", () => edit(admin, { ...change(1, ""), id: crypto.randomUUID() }, at));
    expect(await listPeriods(admin)).toMatchObject([{ id, toOn: "2026-05-01", revision: 2 }]);
    await expect(listPeriods(editor)).rejects.toMatchObject({ code: "not_allowed" });
    const deeds = await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id);
    expect(deeds.map((deed) => deed.action)).toEqual(["period.edit", "period.edit"]);
  });

  test("are told of a text by its own day, or that of its event once the public knows of it", async () => {
    await create(admin, phase(), at);
    const alone = await written();
    expect(await namesFor(alone)).toEqual(["Phase 1"]);
    expect(await namesFor(alone, { day: "2026-04-01" })).toEqual([]);
    const event = await makeEvent();
    const tied = await written({ eventId: event.id });
    expect(await namesFor(tied)).toEqual([]);
    const hidden = await makeEvent({ announcedAt: null });
    expect(await namesFor(await written({ eventId: hidden.id }))).toEqual(["Phase 1"]);
    const before = await closedPeriodsBy(
      "announcement",
      [{ id: alone, day: "2026-03-02" }],
      "2026-03-31",
      at,
    );
    expect(before.size).toBe(0);
  });

  test("are told of an event and its statement alike", async () => {
    await create(admin, phase("2026-01-01", "2026-06-11"), at);
    const event = await makeEvent();
    const found = await closedPeriodsBy("event", [{ id: event.id, day: "2030-01-01" }], "2026-07-01", later);
    expect(found.get(event.id)).toHaveLength(1);
  });

  test("are chosen by hand by administrators, on the revision that was seen", async () => {
    const { id: periodId } = await create(admin, phase("2020-01-01", "2021-01-01"), at);
    const id = await written();
    const { row } = await rowsOf(id);
    const choice = (revision: number, chosen: string) =>
      assignInput.parse({ of: "announcement", id, revision, periodId: chosen });
    expect(await namesFor(id)).toEqual([]);
    await refused("not_allowed", () => assign(organizer, choice(row.revision, periodId), at));
    await refused("no_such_period", () => assign(admin, choice(row.revision, crypto.randomUUID()), at));
    await refused("not_found", () => assign(admin, { ...choice(1, periodId), id: crypto.randomUUID() }, at));
    expect(await assign(admin, choice(row.revision, periodId), at)).toEqual({ revision: row.revision + 1 });
    expect(await namesFor(id)).toEqual(["Phase 1"]);
    await refused("stale", () => assign(admin, choice(row.revision, ""), at));
    expect(await belongingOf(admin, "announcement", id)).toMatchObject({
      periodId,
      revision: row.revision + 1,
    });
    expect(await assign(admin, choice(row.revision + 1, ""), at)).toEqual({ revision: row.revision + 2 });
    expect(await namesFor(id)).toEqual([]);
    const event = await makeEvent();
    await assign(
      admin,
      assignInput.parse({ of: "event", id: event.id, revision: event.revision, periodId: "" }),
      at,
    );
  });
});

describe("what was public in a period that is over", () => {
  const facts = async (id: string) => {
    const { row } = await rowsOf(id);
    const { kind, slug, eventId } = row;
    return {
      id,
      revision: row.revision,
      kind,
      slug,
      eventId,
      membershipIds: [],
      pressContact: "",
      tags: ["Old"],
    };
  };

  test("is changed by administrators only, its text and what it is", async () => {
    const id = await written(piece());
    await published(id);
    await create(admin, phase(), at);
    const text = await edition(id, "en", "Changed");
    await refused("period_closed", () => saveEdition(editor, text, later));
    const changed = await facts(id);
    await refused("period_closed", () => editAnnouncement(organizer, changed, later));
    await saveEdition(admin, text, later);
    await editAnnouncement(admin, changed, later);
  });

  test("is changed by editors while the period lasts, and so is a text that is only being written", async () => {
    const id = await written(piece());
    const draft = await written(piece());
    await published(id);
    await create(admin, phase("2026-01-01", "2026-05-02"), at);
    await saveEdition(editor, await edition(id, "en", "Changed"), later);
    const after = new Date("2026-05-03T09:00:00Z");
    const text = await edition(id, "en", "Changed again");
    await refused("period_closed", () => saveEdition(editor, text, after));
    await saveEdition(editor, await edition(draft, "en", "Written"), after);
  });

  test("belongs to the government whose office holder speaks in it", async () => {
    const organisation = await makeOrganisation();
    const { id: personId } = await createPerson(
      editor,
      personInput.parse({ name: `Ada ${crypto.randomUUID()}` }),
      at,
    );
    const { id: officeId } = await createOffice(
      editor,
      officeInput.parse({ title: { en: "Minister", sv: "minister" }, organisationId: organisation.id }),
      at,
    );
    await appoint(
      editor,
      appointmentInput.parse({
        personId,
        officeId,
        fromOn: "2025-01-01",
        fromPrecision: "day",
        toOn: "2026-04-01",
      }),
      at,
    );
    const id = await written(piece(), ["en"]);
    const quoting = await edition(id, "en", "With a quote");
    const quote = {
      type: "blockquote" as const,
      attrs: { personId, speaker: "", office: "" },
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Said." }] }],
    };
    await saveEdition(editor, { ...quoting, body: { type: "doc", content: [quote] } as never }, at);
    await published(id, ["en"]);
    await create(
      admin,
      phase("2025-01-01", "2026-04-01", { kind: "government", organisationId: organisation.id }),
      at,
    );
    const text = await edition(id, "en", "Changed");
    await refused("period_closed", () => saveEdition(editor, text, later));
    expect(await namesFor(id)).toEqual([]);
    expect(await namesFor(id, { governments: new Set([organisation.id]) })).toEqual(["Phase 1"]);
    expect(await peopleSince([personId, personId], "2026-03-02", today, later)).toMatchObject([
      { id: personId, kind: "left", ended: [{ title: { en: "Minister" }, toOn: "2026-04-01" }], now: [] },
    ]);
    expect(await peopleSince([personId], "2026-03-02", "2026-03-31", later)).toEqual([]);
    expect(await peopleSince([], "2026-03-02", today, later)).toEqual([]);
  });
});

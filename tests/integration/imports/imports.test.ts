import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, driver } from "@/db/client";
import { delegationQuotas, delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { importMappings, importRows, imports } from "@/db/schema/imports";
import { mails } from "@/db/schema/mails";
import { organisations } from "@/db/schema/organisations";
import { participationLinks, participations } from "@/db/schema/participations";
import { consents } from "@/db/schema/privacy";
import { users } from "@/db/schema/users";
import { roomForAdding } from "@/domain/delegations/room";
import { fillsIn, goesAbove } from "@/domain/delegations/rules";
import { historyOfEvent } from "@/domain/history/queries";
import { carryOut } from "@/domain/imports/carry-out";
import { check } from "@/domain/imports/check";
import { discard } from "@/domain/imports/discard";
import { eraseImports } from "@/domain/imports/erase";
import { map } from "@/domain/imports/map";
import {
  importCounts,
  importDone,
  importForOrganizer,
  importReport,
  listImportRows,
  listImports,
  samplesOf,
} from "@/domain/imports/queries";
import { run } from "@/domain/imports/run";
import { upload } from "@/domain/imports/upload";
import { register } from "@/domain/participations/register";
import { withdraw } from "@/domain/participations/withdraw";
import { actorOf } from "@/domain/sign-in/accounts";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { account, checkedImport, file, importOf, peopleOf, resultsOf } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
let organizer: Awaited<ReturnType<typeof account>>;
beforeAll(makeGroup);
beforeEach(async () => {
  await db().delete(importMappings);
  event = await makeEvent({ capacity: 100 });
  organizer = await account();
});

const list = (...rows: string[]) => ["Nyckel;Namn;E-post;Kategori;Status", ...rows].join("\n");
const twoPeople = list("K1;Åsa McDonald;asa@example.org;Delegat;", "K2;bin Salman;bs@example.org;;");

/** Checks, runs and finishes an import; answers what became of its rows. */
async function imported(content: string | Blob, mails = false) {
  const ready = await checkedImport(organizer, event.id, content);
  await run(organizer, { ...ready, mails }, at);
  await carryOut(organizer, ready.id, () => at);
  return { id: ready.id, results: await resultsOf(ready.id) };
}

async function jobs() {
  const rows = await driver()<{ task_identifier: string; payload: object }[]>`
    select j.task_identifier, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id order by j.id`;
  return rows.map((row) => [row.task_identifier, row.payload] as const);
}

describe("uploading", () => {
  it("keeps the rows and guesses what the columns mean, and imports nobody", async () => {
    const { id } = await upload(
      organizer,
      { eventId: event.id },
      file(twoPeople, "C:\\lists\\delar.csv"),
      at,
    );
    expect(await importOf(id)).toMatchObject({
      fileName: "delar.csv",
      headers: ["Nyckel", "Namn", "E-post", "Kategori", "Status"],
      mapping: ["externalKey", "name", "email", "class", "state"],
      total: 2,
      createdByName: "Rut",
      checkedAt: null,
    });
    expect(await samplesOf(organizer, await importOf(id))).toEqual([
      ["K1", "K2"],
      ["Åsa McDonald", "bin Salman"],
      ["asa@example.org", "bs@example.org"],
      ["Delegat"],
      [],
    ]);
    expect(await peopleOf(event.id)).toEqual([]);
  });

  it("is refused without a file, with a broken one, for an event that is over, and to whoever may not", async () => {
    const to = { eventId: event.id };
    await refused("file_missing", () => upload(organizer, to, undefined, at));
    await refused("table_unreadable", () => upload(organizer, to, file("a,b\n\u0000,c"), at));
    await refused("file_too_large", () => upload(organizer, to, file("x".repeat(6_000_001)), at));
    await refused("not_found", () =>
      upload(organizer, { eventId: crypto.randomUUID() }, file(twoPeople), at),
    );
    await refused("event_over", () => upload(organizer, to, file(twoPeople), event.endsAt));
    const off = await makeEvent({ cancelledAt: at, cancellationReason: "Storm" });
    await refused("event_cancelled", () => upload(organizer, { eventId: off.id }, file(twoPeople), at));
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => upload(actor, to, file(twoPeople), at));
    expect(await db().select().from(imports).where(eq(imports.eventId, event.id))).toEqual([]);
  });
});

describe("a quota", () => {
  it("may be gone above, and the rows that do say so", async () => {
    const steel = await makeOrganisation("Steel");
    const [delegation] = await db()
      .insert(delegations)
      .values({ eventId: event.id, organisationId: steel.id, createdAt: at })
      .returning();
    if (!delegation) throw new Error("no delegation");
    await db().insert(delegationQuotas).values({ delegationId: delegation.id, class: "adviser", quota: 1 });
    const rows = [1, 2].map((n) => `K${n},Person ${n},p${n}@example.org,${steel.slug},adviser`);
    const { results } = await imported(["Key,Name,Email,Organisation,Class", ...rows].join("\n"));
    expect(results).toEqual(["new", "warning class:aboveQuota"]);
    expect(await peopleOf(event.id)).toHaveLength(2);
    const room = await roomForAdding(organizer, event);
    expect(fillsIn(room, steel.id)).toContainEqual({ class: "adviser", quota: 1, taken: 2 });
    expect(goesAbove(fillsIn(room, steel.id), "adviser")).toBe(true);
    expect(goesAbove(fillsIn(room, crypto.randomUUID()), "adviser")).toBe(false);
    await refused("not_allowed", () => roomForAdding(door, event));
  });
});

describe("mapping", () => {
  it("is remembered for the next list with these headers in any order", async () => {
    const odd = ["Vad heter du?,Brevlåda,x1", "Åsa,asa@example.org,1"].join("\n");
    const first = await upload(organizer, { eventId: event.id }, file(odd), at);
    expect((await importOf(first.id)).mapping).toEqual(["", "", ""]);
    await map(organizer, { id: first.id, revision: 1, mapping: ["name", "email", ""] }, at);
    const turned = ["x1,Brevlåda,Vad heter du?", "1,asa@example.org,Åsa"].join("\n");
    const second = await upload(organizer, { eventId: event.id }, file(turned), at);
    expect((await importOf(second.id)).mapping).toEqual(["", "email", "name"]);
    await map(organizer, { id: second.id, revision: 1, mapping: ["tags", "email", "name"] }, at);
    const kept = await db().select().from(importMappings);
    expect(kept.map(({ fields }) => fields)).toContainEqual({
      x1: "tags",
      Brevlåda: "email",
      "Vad heter du?": "name",
    });
  });

  it("asks for a check in the name of whoever asked, and forgets an earlier one", async () => {
    const { id, revision } = await checkedImport(organizer, event.id, twoPeople);
    expect(await resultsOf(id)).toEqual(["new", "new"]);
    await map(organizer, { id, revision, mapping: ["", "name", "email", "", ""] }, at);
    expect(await resultsOf(id)).toEqual(["", ""]);
    expect(await importOf(id)).toMatchObject({ checked: 0, checkedAt: null, revision: 3 });
    expect(await jobs()).toContainEqual(["check-import", { id, by: organizer.id }]);
  });

  it("is refused when stale, of the wrong width, once it runs, and to whoever may not", async () => {
    const { id, revision } = await checkedImport(organizer, event.id, twoPeople);
    const mapping = ["", "name", "email", "", ""] as ("" | "name" | "email")[];
    await refused("stale", () => map(organizer, { id, revision: 1, mapping }, at));
    await refused("stale", () => map(organizer, { id, revision, mapping: ["name", "email"] }, at));
    await refused("not_allowed", () => map(editor, { id, revision, mapping }, at));
    await run(organizer, { id, revision, mails: false }, at);
    await refused("import_started", () => map(organizer, { id, revision, mapping }, at));
    await refused("not_found", () => map(organizer, { id: crypto.randomUUID(), revision, mapping }, at));
  });
});

describe("checking", () => {
  it("says of each row what would become of it, and writes nothing else", async () => {
    await register(stranger, { ...registration(event.slug), email: "old@example.org", name: "Old Name" }, at);
    const [before] = await peopleOf(event.id);
    const deeds = await db().select().from(history);
    const letters = await db().select().from(mails);
    const { id } = await checkedImport(
      organizer,
      event.id,
      list(
        "K1;Åsa;asa@example.org;Delegat;",
        "K2;New Name;old@example.org;;",
        "K3;;nobody@example.org;;",
        "K1;Again;again@example.org;;",
        "K5;Eva;asa@example.org;;",
        "K6;Bo;not an address;Kung;withdrawn",
        ";Old Name;old@example.org;;",
      ),
    );
    expect(await resultsOf(id)).toEqual([
      "new",
      "update",
      "error name:required",
      "error externalKey:twice",
      "error email:twice",
      "error email:email class:unknown state:notImportable",
      "error email:twice",
    ]);
    expect(await peopleOf(event.id)).toEqual([before]);
    expect(await db().select().from(history)).toHaveLength(deeds.length + 1);
    expect(await db().select().from(mails)).toHaveLength(letters.length);
    expect(await importCounts(organizer, id)).toEqual({
      new: 1,
      update: 1,
      same: 0,
      warning: 0,
      error: 5,
      warningNew: 0,
    });
    expect(await importOf(id)).toMatchObject({ checked: 7, checkedAt: at });
    const { rows, total } = await listImportRows(organizer, id, { result: "error", page: 1 });
    expect([total, rows[0]?.number]).toEqual([5, 4]);
  });

  it("checks nothing for whoever lost the right, nor once it runs, nor what was thrown away", async () => {
    const { id, revision } = await checkedImport(organizer, event.id, twoPeople);
    const mapping = ["", "name", "email", "", ""] as ("" | "name" | "email")[];
    await map(organizer, { id, revision, mapping }, at);
    await expect(check(editor, id, at)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await resultsOf(id)).toEqual(["", ""]);
    await db().update(users).set({ deactivatedAt: at }).where(eq(users.id, organizer.id));
    expect(await actorOf(organizer.id)).toEqual(stranger);
    await check(organizer, id, at);
    await run(organizer, { id, revision: 3, mails: false }, at);
    await db().update(importRows).set({ result: "" }).where(eq(importRows.importId, id));
    await check(organizer, id, at);
    expect(await resultsOf(id)).toEqual(["", ""]);
    await check(organizer, crypto.randomUUID(), at);
  });

  it("finds organisations by any name, code or address, and says where it finds none or two", async () => {
    const country = { kind: "country" as const, country: "NO", name: { en: "Norway", sv: "Norge" } };
    const [norway] = await db()
      .insert(organisations)
      .values({ ...country, slug: "norway-test", formalName: { en: "Kingdom of Norway" } })
      .returning();
    for (const _ of [1, 2]) await makeOrganisation("Twin Works");
    const names = ["norge", "Kingdom of  NORWAY", "NO", "norway-test", "Twin Works", "Nowhere Ltd"];
    const rows = names.map((name, n) => `Person ${n},p${n}@example.org,${name}`);
    const { results } = await imported(["name,email,organisation", ...rows].join("\n"));
    expect(results).toEqual([
      "new",
      "new",
      "new",
      "new",
      "warning organisation:ambiguous",
      "warning organisation:byHand",
    ]);
    const people = await peopleOf(event.id);
    expect(people.slice(0, 4).map((row) => row.organisationId)).toEqual(Array(4).fill(norway?.id));
    expect(new Set(people.slice(0, 4).map((row) => row.delegationId)).size).toBe(1);
    expect(people.slice(4).map((row) => [row.organisationId, row.organisationName])).toEqual([
      [null, "Twin Works"],
      [null, "Nowhere Ltd"],
    ]);
  });
});

describe("importing", () => {
  it("brings people in as the list has them, and mails nobody", async () => {
    const { id, results } = await imported(twoPeople);
    expect(results).toEqual(["new", "new"]);
    const people = await peopleOf(event.id);
    expect(
      people.map((row) => [row.externalKey, row.name, row.email, row.class, row.state, row.source]),
    ).toEqual([
      ["K1", "Åsa McDonald", "asa@example.org", "delegate", "submitted", "import"],
      ["K2", "bin Salman", "bs@example.org", "delegate", "submitted", "import"],
    ]);
    expect(await db().select().from(mails).where(eq(mails.eventId, event.id))).toEqual([]);
    expect(await importOf(id)).toMatchObject({ done: 2, finishedAt: at });
    const deeds = (await historyOfEvent(organizer, event.id)).filter(
      (deed) => deed.action === "participation.import",
    );
    expect(deeds.map((deed) => [deed.subjectKind, deed.details])).toEqual([
      ["import", { done: 2, added: 2, updated: 0, refused: 0 }],
      ["import", { uploaded: 2 }],
    ]);
    expect(deeds[0]?.subject?.path).toBe(`/events/${event.id}/participants/import/${id}`);
    const own = await db()
      .select()
      .from(history)
      .where(eq(history.subjectId, people[0]?.id ?? ""));
    expect(own).toMatchObject([
      { action: "participation.import", actorName: "Rut", details: { to: "submitted" } },
    ]);
  });

  it("does nothing the second time, and changes only what differs and is not empty the third", async () => {
    await imported(twoPeople);
    const before = await peopleOf(event.id);
    expect((await imported(twoPeople)).results).toEqual(["same", "same"]);
    expect(await peopleOf(event.id)).toEqual(before);
    const { results } = await imported(list("K1;;;Press;approved", "K2;Bin Salman;bs2@example.org;;"));
    expect(results).toEqual(["update state:stateKept", "update"]);
    const [first, second] = await peopleOf(event.id);
    expect(first).toMatchObject({
      name: "Åsa McDonald",
      email: "asa@example.org",
      class: "press",
      state: "submitted",
      revision: 2,
    });
    expect(second).toMatchObject({ name: "Bin Salman", email: "bs2@example.org", revision: 2 });
    expect(await peopleOf(event.id)).toHaveLength(2);
  });

  it("finds by its address whoever came by themselves, and gives them the key of the list", async () => {
    await register(stranger, { ...registration(event.slug), email: "asa@example.org", name: "Åsa" }, at);
    expect((await imported(twoPeople)).results).toEqual(["update", "new"]);
    const [own] = await peopleOf(event.id);
    expect(own).toMatchObject({
      externalKey: "K1",
      name: "Åsa McDonald",
      source: "registration",
      revision: 2,
    });
    expect((await imported(list("K9;Other;asa@example.org;;"))).results).toEqual(["error email:taken"]);
  });

  it("ends the links in mails to an address that is not theirs any more", async () => {
    await imported(twoPeople);
    const [first] = await peopleOf(event.id);
    await db()
      .insert(participationLinks)
      .values({ hash: "x", participationId: first?.id ?? "" });
    await imported(list("K1;;;Press;"));
    const links = () => db().select().from(participationLinks).where(eq(participationLinks.hash, "x"));
    expect(await links()).toHaveLength(1);
    await imported(list("K1;;new@example.org;;"));
    expect(await links()).toEqual([]);
  });

  it("leaves alone whoever has left, and finds whoever came back", async () => {
    await imported(twoPeople);
    const [first] = await peopleOf(event.id);
    await withdraw(organizer, { id: first?.id ?? "", revision: 1, reason: "" }, at);
    const again = await imported(twoPeople);
    expect(again.results).toEqual(["warning row:left", "same"]);
    expect(await importDone(organizer, again.id)).toEqual({ added: 0, changed: 0 });
    await register(stranger, { ...registration(event.slug), email: "asa@example.org", name: "Åsa" }, at);
    expect((await imported(twoPeople)).results).toEqual(["update", "same"]);
    const people = await peopleOf(event.id);
    expect(people.map((row) => [row.state, row.name, row.externalKey])).toEqual([
      ["withdrawn", "Åsa McDonald", "K1"],
      ["submitted", "bin Salman", "K2"],
      ["approved", "Åsa McDonald", null],
    ]);
  });

  it("gives seats while there are any, and says who waits", async () => {
    event = await makeEvent({ capacity: 2 });
    const approved = [1, 2, 3].map((n) => `K${n};P ${n};p${n}@example.org;;Godkänd`);
    const { id, results } = await imported(list(...approved));
    expect(results).toEqual(["new", "new", "warning state:noSeat"]);
    expect((await peopleOf(event.id)).map((row) => [row.state, row.seatPool])).toEqual([
      ["approved", "open"],
      ["approved", "open"],
      ["waitlisted", null],
    ]);
    expect((await importReport(organizer, id)).every((row) => row.participationId)).toBe(true);
    expect(await importDone(organizer, id)).toEqual({ added: 3, changed: 0 });
    expect((await imported(list(...approved))).results).toEqual(["same", "same", "same state:stateKept"]);
  });

  it("has one head for each delegation, and puts a new one in the place of one who steps back", async () => {
    const works = await makeOrganisation("Steel Works");
    const heads = (...rows: string[]) => ["Key,Name,E-mail,Class,Organisation", ...rows].join("\n");
    const { results } = await imported(
      heads(
        "H1,Ann,ann@example.org,Head of delegation,Steel Works",
        "H2,Bo,bo@example.org,Head of delegation,Steel Works",
        "H3,Cy,cy@example.org,Head,Unknown Ltd",
        "H4,Di,,Delegate,Steel Works",
      ),
    );
    expect(results).toEqual([
      "new",
      "error class:headTaken",
      "error organisation:byHand class:headOfNothing",
      "new",
    ]);
    const [party] = await db()
      .select()
      .from(delegations)
      .where(and(eq(delegations.eventId, event.id), eq(delegations.organisationId, works.id)));
    expect((await peopleOf(event.id)).map((row) => [row.name, row.delegationId])).toEqual([
      ["Ann", party?.id],
      ["Di", party?.id],
    ]);
    const turned = await imported(
      heads("H1,Ann,,Delegate,Steel Works", "H2,Bo,bo@example.org,Head of delegation,Steel Works"),
    );
    expect(turned.results).toEqual(["update", "new"]);
  });

  it("keeps consent with its words, adds tags, and takes consent back", async () => {
    const said = (consent: string, tags: string) =>
      `Name,Email,Consent,Tags\nÅsa,asa@example.org,${consent},${tags}`;
    await imported(said("ja", "VIP; speaker dinner"));
    const [row] = await peopleOf(event.id);
    expect(row).toMatchObject({ listingConsentedAt: at, tags: ["VIP", "speaker dinner"] });
    const kept = () =>
      db()
        .select()
        .from(consents)
        .where(eq(consents.participationId, row?.id ?? ""));
    expect(await kept()).toMatchObject([
      { kind: "listing", text: expect.stringContaining("list.csv"), withdrawnAt: null },
    ]);
    expect((await imported(said("perhaps", "press"))).results).toEqual(["warning listed:unclear"]);
    expect((await peopleOf(event.id))[0]).toMatchObject({
      listingConsentedAt: at,
      tags: ["VIP", "speaker dinner", "press"],
    });
    await imported(said("nej", ""));
    expect((await peopleOf(event.id))[0]?.listingConsentedAt).toBeNull();
    expect(await kept()).toMatchObject([{ withdrawnAt: at }]);
  });

  it("mails those who are new when asked, in their language, and nobody twice", async () => {
    await imported(twoPeople);
    const more = `${twoPeople}\nK3;Ny;ny@example.org;;Godkänd\nK4;Hold;hold@example.org;;on_hold`;
    await imported(more, true);
    const letters = await db().select().from(mails).where(eq(mails.eventId, event.id));
    expect(letters.map((mail) => [mail.toAddress, mail.template])).toEqual([
      ["ny@example.org", "participation-approved"],
    ]);
    await imported(more, true);
    expect(await db().select().from(mails).where(eq(mails.eventId, event.id))).toHaveLength(1);
  });

  it("goes on without a row that the database refuses", async () => {
    const ready = await checkedImport(organizer, event.id, twoPeople);
    await run(organizer, { ...ready, mails: false }, at);
    await db().execute(
      sql`alter table participations add constraint no_salman check (name <> 'bin Salman') not valid`,
    );
    await carryOut(organizer, ready.id, () => at).finally(() =>
      db().execute(sql`alter table participations drop constraint no_salman`),
    );
    expect(await resultsOf(ready.id)).toEqual(["new", "error row:refused"]);
    expect((await peopleOf(event.id)).map((row) => row.name)).toEqual(["Åsa McDonald"]);
  });

  it("is refused before the check, when stale, twice, without an announced event to mail about, and to whoever may not", async () => {
    const { id } = await upload(organizer, { eventId: event.id }, file(twoPeople), at);
    await refused("import_not_checked", () => run(organizer, { id, revision: 1, mails: false }, at));
    const ready = await checkedImport(organizer, event.id, twoPeople);
    await refused("stale", () => run(organizer, { id: ready.id, revision: 1, mails: false }, at));
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => run(actor, { ...ready, mails: false }, at));
    await refused("event_over", () => run(organizer, { ...ready, mails: false }, event.endsAt));
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    await refused("event_not_announced", () => run(organizer, { ...ready, mails: true }, at));
    await run(organizer, { ...ready, mails: false }, at);
    await refused("import_started", () => run(organizer, { ...ready, mails: false }, at));
    expect(await jobs()).toContainEqual(["run-import", { id: ready.id, by: organizer.id }]);
    await refused("not_found", () =>
      run(organizer, { id: crypto.randomUUID(), revision: 1, mails: false }, at),
    );
  });
});

describe("an import in the middle", () => {
  const many = (count: number) =>
    list(...Array.from({ length: count }, (_, n) => `K${n};P ${n};p${n}@example.org;;`));

  it("goes on after a crash where it was: a row that is done is not done again", async () => {
    const ready = await checkedImport(organizer, event.id, many(600));
    await run(organizer, { ...ready, mails: false }, at);
    let ticks = 0;
    const dying = () => {
      if (++ticks === 3) throw new Error("the process died");
      return at;
    };
    await expect(carryOut(organizer, ready.id, dying)).rejects.toThrow("the process died");
    expect(await importOf(ready.id)).toMatchObject({ done: 500, finishedAt: null });
    expect(await peopleOf(event.id)).toHaveLength(500);
    // What is done is changed meanwhile: it must not be imported over.
    await db()
      .update(participations)
      .set({ name: "Changed meanwhile" })
      .where(eq(participations.externalKey, "K0"));
    await carryOut(organizer, ready.id, () => at);
    const people = await peopleOf(event.id);
    expect(people).toHaveLength(600);
    expect(people[0]).toMatchObject({ name: "Changed meanwhile", revision: 1 });
    expect(await importCounts(organizer, ready.id)).toMatchObject({ new: 600 });
  });

  it("is done once by two at once", async () => {
    const ready = await checkedImport(organizer, event.id, many(600));
    await run(organizer, { ...ready, mails: false }, at);
    await Promise.all([1, 2, 3].map(() => carryOut(organizer, ready.id, () => at)));
    expect(await peopleOf(event.id)).toHaveLength(600);
    expect(await importCounts(organizer, ready.id)).toMatchObject({ new: 600 });
    const deeds = await historyOfEvent(organizer, event.id);
    expect(deeds.filter((deed) => "done" in deed.details)).toHaveLength(1);
  });

  it("stops when the right is gone or the event is, and says so", async () => {
    for (const stop of ["not_allowed", "event_cancelled"]) {
      event = await makeEvent();
      const ready = await checkedImport(organizer, event.id, twoPeople);
      await run(organizer, { ...ready, mails: false }, at);
      const off = { cancelledAt: at, cancellationReason: "Storm" };
      if (stop === "event_cancelled") await db().update(events).set(off).where(eq(events.id, event.id));
      await carryOut(stop === "not_allowed" ? editor : organizer, ready.id, () => at);
      expect(await importOf(ready.id)).toMatchObject({ done: 0, finishedAt: at });
      expect(await peopleOf(event.id)).toEqual([]);
      expect((await historyOfEvent(organizer, event.id))[0]?.details).toMatchObject({ stopped: stop });
    }
  });
});

describe("what is left of an import", () => {
  it("is thrown away with its rows before it runs, not after, and by whoever may", async () => {
    const { id, revision } = await checkedImport(organizer, event.id, twoPeople);
    await refused("not_allowed", () => discard(editor, { id, revision }, at));
    await refused("stale", () => discard(organizer, { id, revision: 1 }, at));
    await discard(organizer, { id, revision }, at);
    expect(await db().select().from(importRows).where(eq(importRows.importId, id))).toEqual([]);
    await refused("not_found", () => importForOrganizer(organizer, event.id, id));
    const ready = await checkedImport(organizer, event.id, twoPeople);
    await run(organizer, { ...ready, mails: false }, at);
    await refused("import_started", () => discard(organizer, ready, at));
  });

  it("is erased, finished or left lying; what became of the rows stays", async () => {
    const { id } = await imported(twoPeople);
    const lying = await checkedImport(organizer, event.id, twoPeople);
    const soon = new Date(at.getTime() + 1);
    const both = [id, lying.id];
    expect(await db().transaction((tx) => eraseImports(tx, both, soon))).toBe(2);
    expect(await db().transaction((tx) => eraseImports(tx, both, soon))).toBe(0);
    const rows = await db().select().from(importRows).where(eq(importRows.importId, id));
    expect(rows.map((row) => [row.result, row.cells])).toEqual([
      ["new", []],
      ["new", []],
    ]);
    expect(await importOf(id)).toMatchObject({ fileName: "", headers: [], erasedAt: soon });
    await refused("not_found", () => run(organizer, { ...lying, mails: false }, at));
  });

  it("is read only by whoever may import, and only at its own event", async () => {
    const { id } = await imported(twoPeople);
    expect((await listImports(organizer, event.id)).map((row) => row.id)).toEqual([id]);
    const elsewhere = await makeEvent();
    await refused("not_found", () => importForOrganizer(organizer, elsewhere.id, id));
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => listImports(actor, event.id));
      await refused("not_allowed", () => importForOrganizer(actor, event.id, id));
      await refused("not_allowed", () => importCounts(actor, id));
      await refused("not_allowed", () => importDone(actor, id));
      await refused("not_allowed", () => importReport(actor, id));
      await refused("not_allowed", () => listImportRows(actor, id, { page: 1 }));
      await refused("not_allowed", () => samplesOf(actor, { id, headers: [] }));
    }
  });
});

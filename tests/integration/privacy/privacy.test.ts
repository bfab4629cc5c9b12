import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { participantLists } from "@/db/schema/lists";
import { mails } from "@/db/schema/mails";
import { participationLinks, participations } from "@/db/schema/participations";
import { consents, erasureRequests, retentionRuns } from "@/db/schema/privacy";
import { answers, questions } from "@/db/schema/questions";
import { keepFile } from "@/domain/files/keep";
import { accept } from "@/domain/invitations/accept";
import { invite } from "@/domain/invitations/invite";
import { inviteeByLink } from "@/domain/invitations/queries";
import { approve } from "@/domain/participations/approve";
import { change } from "@/domain/participations/change";
import { decline } from "@/domain/participations/decline";
import { register } from "@/domain/participations/register";
import { askErasure } from "@/domain/privacy/ask-erasure";
import { erase } from "@/domain/privacy/erase";
import { heldAbout } from "@/domain/privacy/held";
import { dueForErasure, erasureRequestsOpen } from "@/domain/privacy/queries";
import { refuseErasure } from "@/domain/privacy/refuse-erasure";
import { retain } from "@/domain/privacy/retain";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";

const admin = user("admin");
const house = { kind: "system" as const, name: "test" };
const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
const marker = "Leaky McMarker";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ capacity: 1 });
});

async function registered(n: number, facts: object = {}, at_ = event) {
  await register(stranger, { ...registration(at_.slug, n), ...facts }, at);
  const email = (facts as { email?: string }).email ?? `person-${n}@example.org`;
  const [row] = await db()
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, at_.id), eq(participations.email, email)));
  if (!row) throw new Error("not registered");
  return row;
}

const own = (row: { id: string; eventId: string }) => ({
  kind: "participant" as const,
  participationId: row.id,
  eventId: row.eventId,
});

async function answered(participationId: string, value: string, keptDays: number | null, eventId = event.id) {
  const [question] = await db()
    .insert(questions)
    .values({ eventId, position: 1, kind: "file", label: { en: "Passport" }, keptDays })
    .returning();
  const fileId = await db().transaction((tx) =>
    keepFile(tx, "answer", eventId, new File([pdf], `${value}.pdf`), at),
  );
  if (!question) throw new Error("no question");
  await db()
    .insert(answers)
    .values({ participationId, questionId: question.id, value, fileId, answeredAt: at });
  return fileId;
}

describe("consent", () => {
  it("is kept with the words it was given to and the moment, and taken back with its moment", async () => {
    const row = await registered(1, { listed: true, locale: "sv" });
    const kept = () => db().select().from(consents).where(eq(consents.participationId, row.id));
    const [listing] = (await kept()).filter((consent) => consent.kind === "listing");
    expect(listing).toMatchObject({ locale: "sv", givenAt: at, withdrawnAt: null });
    expect(listing?.text.length).toBeGreaterThan(20);
    expect((await kept()).map((consent) => consent.kind).toSorted()).toEqual(["listing", "privacy"]);

    const later = new Date(at.getTime() + 1000);
    const { name, functionalTitle, organisationId, organisationName, accessNeeds, dietaryNeeds } = row;
    const said = { name, functionalTitle, organisationId, organisationName, accessNeeds, dietaryNeeds };
    await change(own(row), { ...said, id: row.id, revision: 1, listed: false }, later);
    expect((await kept()).find((consent) => consent.kind === "listing")?.withdrawnAt).toEqual(later);
    await change(own(row), { ...said, id: row.id, revision: 2, listed: true }, later);
    expect((await kept()).filter((consent) => consent.kind === "listing")).toHaveLength(2);
  });
});

describe("what is held", () => {
  it("is everything under the address at every event, for its owner and nobody else", async () => {
    const other = await makeEvent();
    const email = "held@example.org";
    const row = await registered(1, { email, dietaryNeeds: "Vegan" });
    await registered(1, { email }, other);
    await registered(2, { name: "Somebody Else" });
    await answered(row.id, "secret answer", 30);
    const elsewhere = await makeEvent();
    const guest = {
      name: "As they wrote me",
      class: "speaker" as const,
      pool: "open" as const,
      locale: "en" as const,
    };
    const terms = { expiresAt: "2026-04-01T12:00", guaranteed: false, reason: "", eventId: elsewhere.id };
    await invite(admin, { ...guest, ...terms, email }, at);
    await invite(admin, { ...guest, ...terms, email: "else@example.org", name: "Somebody Else" }, at);
    const held = await heldAbout(own(row));
    expect(held.invitations).toMatchObject([{ name: "As they wrote me", email }]);
    expect(held.participations).toHaveLength(2);
    expect(held.participations[0]).toMatchObject({ name: "Person 1", dietaryNeeds: "Vegan" });
    expect(held.answers[0]).toMatchObject({ answer: "secret answer" });
    expect(held.mails.length).toBeGreaterThan(1);
    expect(JSON.stringify(held)).not.toContain("Somebody Else");
    for (const actor of [organizer, stranger, focalPoint]) await refused("not_found", () => heldAbout(actor));
  });
});

describe("asking to be erased", () => {
  it("is one request, seen by those who may erase, and refused with a reason that is mailed", async () => {
    const row = await registered(1);
    const twice = [await askErasure(own(row), row, at), await askErasure(own(row), row, at)];
    expect(twice[0]).toEqual(twice[1]);
    expect((await erasureRequestsOpen(admin)).filter((one) => one.id === row.id)).toHaveLength(1);
    for (const actor of [organizer, editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => erasureRequestsOpen(actor));
      await refused("not_allowed", () => askErasure(actor, row, at));
      await refused("not_allowed", () => erase(actor, row, at));
      await refused("not_allowed", () => refuseErasure(actor, { id: row.id, reason: "No" }, at));
    }
    await refused("reason_missing", () => refuseErasure(admin, { id: row.id, reason: "" }, at));
    await refuseErasure(admin, { id: row.id, reason: "The seat is still disputed" }, at);
    const letters = await db().select().from(mails).where(eq(mails.aboutId, row.id));
    expect(letters.some((mail) => mail.text.includes("The seat is still disputed"))).toBe(true);
    expect((await erasureRequestsOpen(admin)).filter((one) => one.id === row.id)).toEqual([]);
    await refused("not_found", () => refuseErasure(admin, { id: row.id, reason: "Again" }, at));
  });
});

const acceptance = {
  name: marker,
  functionalTitle: "",
  organisationId: null,
  organisationName: "",
  accessNeeds: "",
  dietaryNeeds: "",
  listed: false,
};

describe("erasing a person", () => {
  it("takes them out of every table, passes their seat on, and leaves the counts", async () => {
    const past = await makeEvent({
      startsAt: new Date("2026-01-10T07:00:00Z"),
      endsAt: new Date("2026-03-03T15:00:00Z"),
    });
    const email = "leaky.marker@example.org";
    const facts = { name: marker, email, accessNeeds: marker, organisationName: marker };
    const before = await registered(0, facts, past);
    await db()
      .update(events)
      .set({ endsAt: new Date("2026-01-11T15:00:00Z") })
      .where(eq(events.id, past.id));
    const row = await registered(0, facts);
    const next = await registered(2);
    expect([row.state, next.state]).toEqual(["approved", "waitlisted"]);
    const fileId = await answered(row.id, marker, null);
    await db()
      .insert(invitations)
      .values({ eventId: event.id, email, name: marker, locale: "en", tokenHash: "h", expiresAt: at });
    const who = {
      participationId: row.id,
      name: marker,
      courtesyTitle: "",
      familyName: "",
      functionalTitle: "",
    };
    const entry = { ...who, class: "delegate" as const, country: null };
    await db()
      .insert(participantLists)
      .values({
        eventId: event.id,
        number: 1,
        publishedAt: at,
        publishedByName: "A",
        entries: [{ ...entry, organisation: {}, organisationKind: "other" as const }],
      });
    const disputed = await registered(3, { email: "third@example.org" });
    await decline(organizer, { id: disputed.id, revision: 1, reason: "Not for us" }, at);

    await askErasure(own(row), row, at);
    await refuseErasure(admin, { id: row.id, reason: `${marker} is still expected` }, at);

    expect(await erase(admin, { id: row.id }, at)).toEqual({ erased: 2 });

    const found: string[] = [];
    const tables = await db().execute<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { table_name } of tables) {
      const rows = await db().execute(`select to_jsonb(t)::text as text from ${table_name} t`);
      const text = rows.map((one) => String(one.text)).join("\n");
      if (text.includes(marker) || text.includes(email)) found.push(table_name);
    }
    expect(found).toEqual([]);
    const [after] = await db().select().from(participations).where(eq(participations.id, row.id));
    expect(after).toMatchObject({ state: "withdrawn", seatPool: null, erasedAt: at, class: "delegate" });
    const [kept] = await db().select().from(participations).where(eq(participations.id, before.id));
    expect(kept).toMatchObject({ state: "approved", erasedAt: at });
    const [moved] = await db().select().from(participations).where(eq(participations.id, next.id));
    expect(moved?.state).toBe("approved");
    const [file] = await db().select().from(files).where(eq(files.id, fileId));
    expect(file).toMatchObject({ content: null, name: "" });
    const links = await db()
      .select()
      .from(participationLinks)
      .where(eq(participationLinks.participationId, row.id));
    expect(links).toEqual([]);
    await refused("not_found", () => erase(admin, { id: row.id }, at));
    // Somebody else's reason and row are untouched.
    const [other] = await db().select().from(participations).where(eq(participations.id, disputed.id));
    expect(other?.stateReason).toBe("Not for us");
  });

  it("closes their invitations at every event, and passes on the seats that were kept", async () => {
    const email = "invited@example.org";
    const row = await registered(1, { email, name: marker });
    const other = await makeEvent({ capacity: 1 });
    const guest = {
      name: marker,
      email,
      class: "speaker" as const,
      pool: "open" as const,
      locale: "en" as const,
    };
    const terms = { expiresAt: "2026-04-01T12:00", guaranteed: true, reason: marker };
    const asked = await invite(user("admin"), { ...guest, ...terms, eventId: other.id }, at);
    const next = await registered(2, {}, other);
    expect(next.state).toBe("waitlisted");
    const [letter] = await db().select().from(mails).where(eq(mails.aboutId, asked.id));
    const token = letter?.secrets?.link?.split("/").at(-1) ?? "";

    await erase(admin, { id: row.id }, at);

    const [invitation] = await db().select().from(invitations).where(eq(invitations.id, asked.id));
    expect(invitation).toMatchObject({ name: "", revokedAt: at, erasedAt: at });
    const [after] = await db()
      .select()
      .from(mails)
      .where(eq(mails.id, letter?.id ?? ""));
    expect(after).toMatchObject({ toAddress: "", text: "", secrets: null, state: "cancelled" });
    const [moved] = await db().select().from(participations).where(eq(participations.id, next.id));
    expect(moved?.state).toBe("approved");
    const holder = await inviteeByLink(token);
    if (holder) await refused("invitation_revoked", () => accept(holder, acceptance, at));
  });

  it("empties the reason for a seat above the capacity that was kept for them", async () => {
    const full = await makeEvent({ capacity: 0 });
    const guest = {
      name: marker,
      email: "above@example.org",
      class: "speaker" as const,
      pool: "open" as const,
    };
    const terms = { locale: "en" as const, expiresAt: "2026-04-01T12:00", guaranteed: true, reason: marker };
    const { id } = await invite(admin, { ...guest, ...terms, eventId: full.id }, at);
    await accept({ kind: "invitee", invitationId: id, eventId: full.id }, acceptance, at);
    const [row] = await db().select().from(participations).where(eq(participations.eventId, full.id));
    expect(row).toMatchObject({ state: "approved", overrideReason: marker });
    await erase(admin, { id: row?.id ?? "" }, at);
    const deeds = await db().select().from(history).where(eq(history.eventId, full.id));
    expect(JSON.stringify(deeds)).not.toContain(marker);
  });

  it("fulfils the request it answers", async () => {
    const row = await registered(1);
    await askErasure(own(row), row, at);
    await erase(user("protocol"), { id: row.id }, at);
    const [request] = await db()
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.participationId, row.id));
    expect(request?.doneAt).toEqual(at);
  });
});

describe("history", () => {
  it("gives up a reason and nothing else", async () => {
    const row = await registered(1);
    await decline(organizer, { id: row.id, revision: 1, reason: "A name in it" }, at);
    const mine = eq(history.subjectId, row.id);
    const refuse = (facts: object) =>
      expect(db().update(history).set(facts).where(mine)).rejects.toMatchObject({ cause: { code: "23001" } });
    await refuse({ reason: "Another" });
    await refuse({ reason: "", actorName: "Nobody" });
    await expect(db().delete(history).where(mine)).rejects.toThrow();
    await db().update(history).set({ reason: "" }).where(mine);
  });
});

describe("retention", () => {
  const days = (n: number) => new Date(event.endsAt.getTime() + n * 86_400_000);
  const ours = async (when: Date) =>
    (await dueForErasure(admin, when)).filter((row) => row.eventId === event.id).map((row) => row.kind);

  it("erases needs and answers when they are due and not a moment before, after saying so", async () => {
    const row = await registered(1, { accessNeeds: "Ramp" });
    const passport = await answered(row.id, "P123", 10);
    const kept = await answered(row.id, "For the record", null);
    await approve(organizer, { id: row.id, revision: 1, reason: "" }, at).catch(() => {});
    expect(await ours(days(9))).toEqual([]);
    expect(await ours(days(10))).toEqual(["answers"]);
    expect(await ours(days(30))).toEqual(["needs", "answers"]);

    const said = await retain(house, { dryRun: true }, days(30));
    expect(said.filter((due) => due.eventId === event.id)).toHaveLength(2);
    const needs = () =>
      db()
        .select()
        .from(participations)
        .where(eq(participations.id, row.id))
        .then(([one]) => one?.accessNeeds);
    expect(await needs()).toBe("Ramp");
    const done = await retain(house, { dryRun: false }, days(30));
    expect(done).toEqual(said);
    expect(await needs()).toBe("");
    const content = async (id: string) =>
      (await db().select().from(files).where(eq(files.id, id)))[0]?.content ?? null;
    expect(await content(passport)).toBeNull();
    expect(await content(kept)).not.toBeNull();
    expect(await ours(days(30))).toEqual([]);
    expect(await db().select().from(retentionRuns)).not.toEqual([]);
    const [report] = await db().select().from(retentionRuns).where(eq(retentionRuns.dryRun, false));
    expect(JSON.stringify(report?.report)).not.toContain("Person");
  });

  it("keeps the words of mails and the reasons of history for a year", async () => {
    const row = await registered(1);
    await decline(organizer, { id: row.id, revision: 1, reason: "Private matter" }, at);
    expect(await ours(days(364))).toEqual([]);
    expect(await ours(days(365))).toEqual(["mails", "history"]);
    await retain(house, { dryRun: false }, days(365));
    const letters = await db().select().from(mails).where(eq(mails.aboutId, row.id));
    expect(letters.map((mail) => mail.text + mail.toAddress).join("")).toBe("");
    const deeds = await db().select().from(history).where(eq(history.subjectId, row.id));
    expect(deeds.map((deed) => deed.reason).join("")).toBe("");
    expect(deeds).toHaveLength(2);
  });

  it("empties the reason for a seat above the capacity that was kept by an invitation, after a year", async () => {
    const guest = { name: "A", email: "above@example.org", class: "speaker" as const, pool: "open" as const };
    const terms = {
      locale: "en" as const,
      expiresAt: "2026-04-01T12:00",
      guaranteed: true,
      reason: "A name",
    };
    await registered(1);
    const { id } = await invite(admin, { ...guest, ...terms, eventId: event.id }, at);
    await retain(house, { dryRun: false }, days(365));
    const deeds = await db().select().from(history).where(eq(history.subjectId, id));
    expect(deeds.map((deed) => deed.reason).join("")).toBe("");
  });

  it("is run by the system and by those who answer for privacy", async () => {
    for (const actor of [organizer, editor, door, focalPoint, stranger])
      await refused("not_allowed", () => retain(actor, { dryRun: true }, at));
    await retain(user("protocol"), { dryRun: true }, at);
  });
});

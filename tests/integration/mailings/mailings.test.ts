import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import { participationLinks, participations } from "@/db/schema/participations";
import { compose } from "@/domain/mailings/compose";
import { discard } from "@/domain/mailings/discard";
import { edit } from "@/domain/mailings/edit";
import type { ComposeInput } from "@/domain/mailings/input";
import { listMailings, mailingForOrganizer, mailingRecipients, whoWouldGet } from "@/domain/mailings/queries";
import { release } from "@/domain/mailings/release";
import { removeDraft } from "@/domain/mailings/remove-draft";
import { wordDrafts } from "@/domain/mailings/word";
import { deliver } from "@/domain/outbox/deliver";
import { listMails, mailCounts, mailEventChoices } from "@/domain/outbox/queries";
import { retry } from "@/domain/outbox/retry";
import { actorByLink } from "@/domain/participations/own";
import type { ParticipationFilter } from "@/domain/participations/queries";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { mailsOf, makeDelegation, makeParticipation } from "./fixture";

const house = { kind: "system" as const, name: "test" };
const everyone: ParticipationFilter = { q: "", sort: "arrival", page: 1 };
const approved: ParticipationFilter = { ...everyone, state: "approved" };

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
});

const input = (more: Partial<ComposeInput> = {}): ComposeInput => ({
  eventId: event.id,
  target: "participants",
  query: "state=approved",
  subject: { en: "News of {event}", sv: "Nytt om {event}" },
  body: { en: "Dear {name} of {organisation},\n\nthe hall is open.", sv: "Hej {name}!\n\nSalen är öppen." },
  withCalendar: false,
  ...more,
});

async function three() {
  await makeParticipation(event, { name: "Anna", locale: "sv" });
  await makeParticipation(event, { name: "Bo" });
  await makeParticipation(event, { name: "Cia", state: "submitted" });
}
const composed = (more: Partial<ComposeInput> = {}, filter = approved) =>
  compose(organizer, input(more), filter, at);
const read = async (id: string) => {
  const [row] = await db().select().from(mailings).where(eq(mailings.id, id));
  if (!row) throw new Error("no mailing");
  return row;
};
const stepOf = async (id: string) => ({ id, revision: (await read(id)).revision });
const jobs = async (ids: string[]) => {
  const keys = `{${ids.map((id) => `"mail:${id}"`).join(",")}}`;
  return db().execute(sql`select key from graphile_worker.jobs where key = any(${keys}::text[])`);
};

describe("composing", () => {
  it("writes a draft for exactly those the filter names, each in their language, and no job", async () => {
    await three();
    const { id, recipients } = await composed();
    expect(recipients).toBe(2);
    const drafts = await mailsOf(event.id);
    expect(
      drafts.map(({ toAddress, state, locale, mailingId }) => [toAddress, state, locale, mailingId]),
    ).toEqual([
      ["anna@example.org", "draft", "sv", id],
      ["bo@example.org", "draft", "en", id],
    ]);
    expect(drafts[0]?.subject).toBe("Nytt om Testtoppmöte");
    expect(drafts[1]?.text).toContain("Dear Bo of Test Works,\n\nthe hall is open.");
    expect(drafts[1]?.text).not.toContain("/registration/");
    expect(await actorByLink(drafts[1]?.secrets?.link?.split("/").at(-1) ?? "")).toMatchObject({
      participationId: drafts[1]?.aboutId,
    });
    expect(await jobs(drafts.map((mail) => mail.id))).toEqual([]);
    expect(await deliver(house, drafts[0]?.id ?? "", at)).toBe("nothing");
    await refused("mail_is_draft", () => retry(organizer, { id: drafts[0]?.id ?? "" }, at));
    const [deed] = await db().select().from(history).where(eq(history.subjectId, id));
    expect(deed).toMatchObject({ action: "mailing.compose", details: { recipients: 2, leftOut: 0 } });
  });

  it("keeps the list as it was, however the participants change", async () => {
    await three();
    const { id } = await composed();
    await makeParticipation(event, { name: "Late" });
    await edit(organizer, { ...(await stepOf(id)), ...input() }, at);
    expect((await mailsOf(event.id, "draft")).map((mail) => mail.toName)).toEqual(["Anna", "Bo"]);
  });

  it("says who is left out and why: no address, or that of somebody who gets it; nobody erased", async () => {
    await three();
    const organisation = await makeOrganisation();
    const { delegation } = await makeDelegation(event, organisation.id, "Focal One", "en");
    await makeParticipation(event, { name: "The Head", email: null, delegationId: delegation.id });
    await makeParticipation(event, { name: "Anna before", email: "anna@example.org", state: "withdrawn" });
    await makeParticipation(event, { name: "Gone", email: null, state: "withdrawn", erasedAt: at });
    const who = await whoWouldGet(organizer, event.id, "participants", everyone);
    expect(who.recipients.map((one) => one.name)).toEqual(["Anna", "Bo", "Cia"]);
    expect(who.leftOut).toEqual([
      { name: "The Head", why: "no_address" },
      { name: "Anna before", why: "same_address" },
    ]);
    expect((await composed({}, everyone)).recipients).toBe(3);
  });

  it("reaches the focal points of all delegations, or of those that have not submitted", async () => {
    const [one, two, three] = [
      await makeOrganisation("One"),
      await makeOrganisation("Two"),
      await makeOrganisation("Three"),
    ];
    const submitted = await makeDelegation(event, one.id, "Focal Done", "sv");
    const begun = await makeDelegation(event, two.id, "Focal Begun", "en");
    await makeDelegation(event, three.id, "Focal Idle", "en");
    const member = (delegationId: string, state: "submitted" | "nominated", name: string) =>
      makeParticipation(event, { name, delegationId, state });
    await member(submitted.delegation.id, "submitted", "Done");
    await member(begun.delegation.id, "submitted", "Half done");
    await member(begun.delegation.id, "nominated", "Not done");
    const all = await whoWouldGet(organizer, event.id, "focal_points", everyone);
    expect(all.recipients.map((who) => who.name).toSorted()).toEqual([
      "Focal Begun",
      "Focal Done",
      "Focal Idle",
    ]);
    const { id } = await composed({
      target: "focal_points_not_submitted",
      body: { en: "{name} of {organisation}, until {until}" },
      subject: { en: "Nominate" },
    });
    const drafts = await mailsOf(event.id, "draft");
    expect(drafts.map((mail) => [mail.toName, mail.mailingId, mail.aboutKind])).toEqual([
      ["Focal Begun", id, "user"],
      ["Focal Idle", id, "user"],
    ]);
    expect(drafts[0]?.text).toContain("Focal Begun of Two, until");
    expect(drafts[0]?.text).toContain("http://localhost:3000/en/desk");
    expect(drafts[0]?.secrets).toBeNull();
  });

  it("gives who reads another language the group's first", async () => {
    await three();
    await composed({ subject: { en: "News" }, body: { en: "Dear {name}" } });
    expect((await mailsOf(event.id)).map((mail) => mail.locale)).toEqual(["en", "en"]);
  });

  it("attaches the calendar file to those who have a place, and to nobody else", async () => {
    await three();
    await composed({ withCalendar: true }, everyone);
    const files = (await mailsOf(event.id)).map((mail) => mail.attachments.map((file) => file.contentType));
    const calendar = ["text/calendar; charset=utf-8; method=REQUEST"];
    expect(files).toEqual([calendar, calendar, []]);
  });

  it("is refused for nobody, for what cannot be filled in, and to whoever may not", async () => {
    await refused("nobody_to_write_to", () => composed());
    await three();
    const refusal = await refused("unknown_placeholder", () => composed({ body: { en: "{place}" } }));
    expect(refusal.details).toEqual({ names: "{place}" });
    for (const actor of [editor, door, user("protocol"), focalPoint, stranger]) {
      await refused("not_allowed", () => compose(actor, input(), approved, at));
      await refused("not_allowed", () => whoWouldGet(actor, event.id, "participants", approved));
      await refused("not_allowed", () => listMailings(actor, event.id));
    }
    expect(await db().select().from(mailings).where(eq(mailings.eventId, event.id))).toEqual([]);
  });

  it("gives words to hundreds in steps, and can be left in between", async () => {
    const rows = Array.from({ length: 320 }, (_, n) => ({
      eventId: event.id,
      name: `Person ${n}`,
      email: `many-${n}@example.org`,
      state: "approved" as const,
      seatPool: "open" as const,
      locale: "en" as const,
      source: "by_hand" as const,
    }));
    await db().insert(participations).values(rows);
    const { id } = await composed();
    const begun = await mailingForOrganizer(organizer, event.id, id);
    expect(begun.draft).toBe(320);
    expect(begun.wordless).toBe(270);
    const early = await refused("mailing_unfinished", async () => release(organizer, await stepOf(id), at));
    expect(early.details).toEqual({ count: 270 });
    const queued = await db().execute(
      sql`select key from graphile_worker.jobs where key = ${`mailing:${id}`}`,
    );
    expect(queued).toHaveLength(1);
    await Promise.all([wordDrafts(house, id, at), wordDrafts(house, id, at)]);
    expect((await mailingForOrganizer(organizer, event.id, id)).wordless).toBe(0);
    const links = await db()
      .select({ id: participationLinks.participationId })
      .from(participationLinks)
      .innerJoin(participations, eq(participations.id, participationLinks.participationId))
      .where(eq(participations.eventId, event.id));
    expect(links).toHaveLength(320);
    expect(await release(organizer, await stepOf(id), at)).toEqual({ recipients: 320, had: 0 });
    await refused("not_allowed", () => wordDrafts(organizer, id, at));
  });
});

describe("editing", () => {
  it("writes every draft anew with the same link, and leaves those taken out alone", async () => {
    await three();
    const { id } = await composed();
    const [anna, bo] = await mailsOf(event.id);
    await removeDraft(organizer, { id: anna?.id ?? "" }, at);
    const words = { subject: { en: "Other" }, body: { en: "Other words, {name}" }, withCalendar: true };
    const done = await edit(organizer, { ...(await stepOf(id)), ...words }, at);
    expect(done).toMatchObject({ revision: 2 });
    const [after] = await mailsOf(event.id, "draft");
    expect(after).toMatchObject({ id: bo?.id, subject: "Other", secrets: bo?.secrets });
    expect(after?.text).toContain("Other words, Bo");
    expect(after?.attachments).toHaveLength(1);
    expect(await mailsOf(event.id, "cancelled")).toMatchObject([{ id: anna?.id, secrets: null }]);
  });

  it("is refused on an old revision with theirs, and once it has left or was thrown away", async () => {
    await three();
    const { id } = await composed();
    const words = { subject: { en: "Mine" }, body: { en: "Mine" }, withCalendar: false };
    await edit(organizer, { id, revision: 1, ...words }, at);
    const stale = await refused("stale", () => edit(organizer, { id, revision: 1, ...input() }, at));
    expect(stale.attached).toMatchObject({
      theirs: { revision: 2, subject: { en: "Mine" }, withCalendar: false },
    });
    await refused("stale", () => release(organizer, { id, revision: 1 }, at));
    await refused("stale", () => discard(organizer, { id, revision: 1 }, at));
    await refused("unknown_placeholder", () =>
      edit(organizer, { id, revision: 2, ...words, body: { en: "{reason}" } }, at),
    );
    await refused("not_allowed", () => edit(editor, { id, revision: 2, ...words }, at));
    await release(organizer, { id, revision: 2 }, at);
    await refused("mailing_released", () => edit(organizer, { id, revision: 3, ...words }, at));
    await refused("not_found", () => edit(organizer, { id: crypto.randomUUID(), revision: 1, ...words }, at));
  });

  it("leaves out who was erased since", async () => {
    await three();
    const { id } = await composed();
    await db()
      .update(participations)
      .set({ state: "withdrawn", seatPool: null, email: null, name: "", erasedAt: at })
      .where(eq(participations.name, "Bo"));
    await edit(organizer, { ...(await stepOf(id)), ...input() }, at);
    expect((await mailsOf(event.id, "draft")).map((mail) => mail.toName)).toEqual(["Anna"]);
  });
});

describe("releasing", () => {
  it("lets every draft wait for delivery with its job, in one transaction", async () => {
    await three();
    const { id } = await composed();
    expect(await release(organizer, await stepOf(id), at)).toEqual({ recipients: 2, had: 0 });
    const queued = await mailsOf(event.id, "queued");
    expect(queued).toHaveLength(2);
    expect(await jobs(queued.map((mail) => mail.id))).toHaveLength(2);
    expect(await read(id)).toMatchObject({ releasedAt: at, discardedAt: null });
    const deeds = await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id);
    expect(deeds.map((deed) => deed.action)).toEqual(["mailing.compose", "mailing.release"]);
    await refused("mailing_released", async () => release(organizer, await stepOf(id), at));
    await refused("mailing_released", async () => discard(organizer, await stepOf(id), at));
    await refused("mailing_released", () => removeDraft(organizer, { id: queued[0]?.id ?? "" }, at));
  });

  it("happens once though two do it at once", async () => {
    await three();
    const { id } = await composed();
    const step = await stepOf(id);
    const both = await Promise.allSettled([release(organizer, step, at), release(organizer, step, at)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await mailsOf(event.id)).toHaveLength(2);
    expect(await mailsOf(event.id, "queued")).toHaveLength(2);
  });

  it("gives nobody the same words twice about the same event, of two bulk mails released at once either", async () => {
    await three();
    const first = await composed();
    const second = await composed({}, everyone);
    const steps = [await stepOf(first.id), await stepOf(second.id)];
    // Whichever comes second writes to those whom the first left, or has nobody left to write to.
    const answers = await Promise.allSettled(steps.map((step) => release(organizer, step, at)));
    const done = answers.filter((answer) => answer.status === "fulfilled");
    expect(done.reduce((sum, { value }) => sum + value.recipients, 0)).toBe(3);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "nobody_to_write_to" });
    const leaving = (await mailsOf(event.id, "queued")).map((mail) => mail.toAddress);
    expect(leaving).toEqual(["anna@example.org", "bo@example.org", "cia@example.org"]);
  });

  it("says before who has had these words, and has nobody to write to where all have", async () => {
    await three();
    const first = await composed();
    await release(organizer, await stepOf(first.id), at);
    const second = await composed();
    expect((await mailingRecipients(organizer, second.id, 1)).had).toBe(2);
    await refused("nobody_to_write_to", async () => release(organizer, await stepOf(second.id), at));
    const words = { subject: { en: "News" }, body: { en: "Something else" }, withCalendar: false };
    await edit(organizer, { ...(await stepOf(second.id)), ...words }, at);
    expect((await mailingRecipients(organizer, second.id, 1)).had).toBe(0);
    expect(await release(organizer, await stepOf(second.id), at)).toEqual({ recipients: 2, had: 0 });
  });

  it("lets the same words go to the same people about another event", async () => {
    await three();
    await release(organizer, await stepOf((await composed()).id), at);
    event = await makeEvent();
    await three();
    expect(await release(organizer, await stepOf((await composed()).id), at)).toMatchObject({
      recipients: 2,
    });
  });

  it("is the organizers' alone, as is throwing away and taking out", async () => {
    await three();
    const { id } = await composed();
    const [draft] = await mailsOf(event.id);
    for (const actor of [editor, door, user("protocol"), focalPoint, stranger]) {
      await refused("not_allowed", () => release(actor, { id, revision: 1 }, at));
      await refused("not_allowed", () => discard(actor, { id, revision: 1 }, at));
      await refused("not_allowed", () => removeDraft(actor, { id: draft?.id ?? "" }, at));
    }
    expect(await mailsOf(event.id, "draft")).toHaveLength(2);
  });
});

describe("throwing away", () => {
  it("lets none of the drafts leave, for good", async () => {
    await three();
    const { id } = await composed();
    expect(await discard(organizer, { id, revision: 1 }, at)).toEqual({ drafts: 2 });
    expect(await mailsOf(event.id, "draft")).toEqual([]);
    expect((await mailsOf(event.id, "cancelled")).map((mail) => mail.secrets)).toEqual([null, null]);
    await refused("mailing_discarded", () => release(organizer, { id, revision: 2 }, at));
    await refused("mailing_discarded", () => discard(organizer, { id, revision: 2 }, at));
    const [cancelled] = await mailsOf(event.id);
    await refused("mail_sent", () => retry(organizer, { id: cancelled?.id ?? "" }, at));
    expect((await listMailings(organizer, event.id)).map((one) => one.discardedAt)).toEqual([at]);
  });

  it("takes out one recipient of a mailing, and no mail that is not of one", async () => {
    await three();
    const { id } = await composed();
    const [anna] = await mailsOf(event.id);
    await removeDraft(organizer, { id: anna?.id ?? "" }, at);
    expect(await release(organizer, await stepOf(id), at)).toEqual({ recipients: 1, had: 0 });
    await refused("not_found", () => removeDraft(organizer, { id: crypto.randomUUID() }, at));
  });
});

describe("the outbox", () => {
  it("is asked by event and by bulk mail, and counts what did not arrive", async () => {
    await three();
    const { id } = await composed();
    const [anna] = await mailsOf(event.id);
    await release(organizer, await stepOf(id), at);
    await db()
      .update(mails)
      .set({ state: "bounced", lastError: "550" })
      .where(eq(mails.id, anna?.id ?? ""));
    const mine = await listMails(organizer, { q: "", eventId: event.id, mailingId: id, page: 1 });
    expect(mine.total).toBe(2);
    const bounced = await listMails(organizer, { q: "", state: "bounced", eventId: event.id, page: 1 });
    expect(bounced.rows.map((row) => row.toName)).toEqual(["Anna"]);
    const elsewhere = await makeEvent();
    expect((await listMails(organizer, { q: "", eventId: elsewhere.id, page: 1 })).total).toBe(0);
    expect(await mailCounts(organizer, event.id)).toMatchObject({
      queued: 1,
      bounced: 1,
      failed: 0,
      draft: 0,
    });
    expect((await mailEventChoices(organizer)).map((one) => one.id)).toContain(event.id);
    await refused("not_allowed", () => mailCounts(editor, event.id));
    await refused("not_allowed", () => mailEventChoices(editor));
    await retry(organizer, { id: anna?.id ?? "" }, at);
    expect(await mailCounts(organizer, event.id)).toMatchObject({ queued: 2, bounced: 0 });
  });
});

import { and, desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { ParticipationState } from "@/db/enums";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { memberships } from "@/db/schema/organisations";
import { participationLinks, participations } from "@/db/schema/participations";
import { add } from "@/domain/participations/add";
import { approve } from "@/domain/participations/approve";
import { change } from "@/domain/participations/change";
import { decideSeveral } from "@/domain/participations/decide-several";
import { decline } from "@/domain/participations/decline";
import { exportParticipations } from "@/domain/participations/export";
import { participationForOrganizer } from "@/domain/participations/one";
import { actorByLink, ownParticipation } from "@/domain/participations/own";
import { publicSeatsFree } from "@/domain/participations/public";
import { listParticipations } from "@/domain/participations/queries";
import { register } from "@/domain/participations/register";
import { waitlist } from "@/domain/participations/waitlist";
import { withdraw } from "@/domain/participations/withdraw";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ capacity: 2, registrationPolicy: "approval" });
});

async function rows() {
  return db()
    .select()
    .from(participations)
    .where(eq(participations.eventId, event.id))
    .orderBy(participations.arrival);
}

async function submitted(n = 1) {
  await register(stranger, registration(event.slug, n), at);
  const row = (await rows()).at(-1);
  if (!row) throw new Error("nothing registered");
  return row;
}

const step = (row: { id: string; revision: number }, reason = "") => ({
  id: row.id,
  revision: row.revision,
  reason,
});
const stateOf = async (id: string): Promise<ParticipationState | undefined> =>
  (await rows()).find((row) => row.id === id)?.state;
const latestMail = async (address: string | null) =>
  (
    await db()
      .select()
      .from(mails)
      .where(and(eq(mails.eventId, event.id), eq(mails.toAddress, address ?? "")))
      .orderBy(desc(mails.createdAt))
  )[0];

describe("registering", () => {
  it("awaits a decision where the secretariat decides, and says so by mail with a hashed link", async () => {
    expect(await register(stranger, registration(event.slug), at)).toEqual({
      outcome: "submitted",
      place: 0,
    });
    const mail = await latestMail("person-1@example.org");
    expect(mail?.template).toBe("participation-submitted");
    expect(mail?.attachments).toEqual([]);
    expect(mail?.text).not.toContain("/registration/");
    expect(mail?.secrets?.link).toMatch(/^http:\/\/localhost:3000\/en\/registration\/[\w-]{22}$/);
    const token = mail?.secrets?.link?.split("/").at(-1) ?? "";
    const links = await db().select().from(participationLinks);
    expect(links.map((link) => link.hash)).not.toContain(token);
    expect(await actorByLink(token)).toMatchObject({ kind: "participant", eventId: event.id });
  });

  it("says in the mail, and at the door, where all seats are held at present", async () => {
    const full = "every place that could be yours is held";
    for (const n of [1, 2]) {
      const row = await submitted(n);
      expect((await latestMail(row.email))?.text).not.toContain(full);
      await approve(organizer, step(row), at);
    }
    expect(await publicSeatsFree(event.id, at)).toBe(0);
    await submitted(3);
    expect((await latestMail("person-3@example.org"))?.text).toContain(full);
  });

  it("answers a second registration like a first, writes nothing but a mail, and keeps the first", async () => {
    await submitted();
    const again = { ...registration(event.slug), name: "Somebody else" };
    expect(await register(stranger, again, at)).toEqual({ outcome: "submitted", place: 0 });
    expect((await rows()).map((row) => row.name)).toEqual(["Person 1"]);
    expect((await latestMail("person-1@example.org"))?.template).toMatch(/participation-(again|submitted)/);
  });

  it.each([
    ["not_found", { announcedAt: null }],
    ["registration_cancelled", { cancelledAt: at, cancellationReason: "Storm" }],
    ["registration_no_registration", { registrationPolicy: "closed" }],
    ["registration_by_invitation", { registrationPolicy: "invitation" }],
    ["registration_not_yet", { registrationOpensAt: new Date("2026-05-01T00:00:00Z") }],
    ["registration_over", { registrationClosesAt: new Date("2026-02-01T00:00:00Z") }],
  ] as const)("is refused with %s", async (code, facts) => {
    event = await makeEvent(facts);
    await refused(code, () => register(stranger, registration(event.slug), at));
    expect(await rows()).toEqual([]);
  });

  it("sends whoever has lost that mail too another, with a link that works, once an hour", async () => {
    const row = await submitted();
    const minutes = (n: number) => new Date(at.getTime() + n * 60_000);
    for (const n of [1, 2, 61, 62, 121]) await register(stranger, registration(event.slug), minutes(n));
    const again = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.aboutId, row.id), eq(mails.template, "participation-again")));
    expect(again).toHaveLength(3);
    const tokens = again.map((mail) => mail.secrets?.link?.split("/").at(-1) ?? "");
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(await actorByLink(token)).toMatchObject({ participationId: row.id });
  });

  it("is refused for an event that does not exist, for programs, and for an unknown organisation", async () => {
    await refused("not_found", () => register(stranger, registration("no-such-event"), at));
    await refused("not_a_person", () =>
      register(stranger, { ...registration(event.slug), website: "http://spam" }, at),
    );
    const foreign = {
      ...registration(event.slug),
      organisationId: crypto.randomUUID(),
      organisationName: "",
    };
    await refused("no_such_organisation", () => register(stranger, foreign, at));
  });

  it("never confirms a member under embargo: one may name a publicly known member only", async () => {
    const spell = { joinedOn: "2026-01-01", joinedPrecision: "day" as const };
    const [known, secret] = [await makeOrganisation("Known Works"), await makeOrganisation("Secret Works")];
    await db()
      .insert(memberships)
      .values([
        { ...spell, organisationId: known.id, publicFrom: new Date(at.getTime() - 1) },
        { ...spell, organisationId: secret.id, publicFrom: new Date(at.getTime() + 1) },
      ]);
    const from = (organisationId: string) => ({
      ...registration(event.slug),
      organisationId,
      organisationName: "",
    });
    await refused("no_such_organisation", () => register(stranger, from(secret.id), at));
    expect(await rows()).toEqual([]);
    await register(stranger, from(known.id), at);
    const [row] = await rows();
    if (!row) throw new Error("nothing registered");
    const participant = { kind: "participant", participationId: row.id, eventId: event.id } as const;
    const { name, functionalTitle, accessNeeds, dietaryNeeds, organisationName } = row;
    const said = { name, functionalTitle, accessNeeds, dietaryNeeds, organisationName, listed: false };
    const wish = { ...said, id: row.id, revision: 1, organisationId: secret.id };
    await refused("no_such_organisation", () => change(participant, wish, at));
    await change(organizer, wish, at);
    // What an organizer wrote there the participant may leave there.
    await change(participant, { ...wish, revision: 2 }, at);
  });
});

describe("deciding", () => {
  it("approves, and mails a calendar file", async () => {
    const row = await submitted();
    await approve(organizer, step(row), at);
    expect(await stateOf(row.id)).toBe("approved");
    const mail = await latestMail(row.email);
    expect(mail?.attachments[0]?.content).toContain("METHOD:REQUEST");
    const [deed] = await db()
      .select()
      .from(history)
      .where(eq(history.subjectId, row.id))
      .orderBy(desc(history.id));
    expect(deed).toMatchObject({
      action: "participation.approve",
      details: { from: "submitted", to: "approved" },
    });
  });

  it("refuses the third seat of two, and a decision by someone who may not decide", async () => {
    for (const n of [1, 2]) await approve(organizer, step(await submitted(n)), at);
    const third = await submitted(3);
    await refused("event_full", () => approve(organizer, step(third), at));
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => approve(actor, step(third), at));
      await refused("not_allowed", () => decline(actor, step(third, "No"), at));
      await refused("not_allowed", () => waitlist(actor, step(third), at));
      await refused("not_allowed", () => withdraw(actor, step(third), at));
    }
    expect(await stateOf(third.id)).toBe("submitted");
  });

  it("declines with a reason only, and gives the seat to whoever waits longest", async () => {
    const [first, second, third, fourth] = [
      await submitted(1),
      await submitted(2),
      await submitted(3),
      await submitted(4),
    ];
    await approve(organizer, step(first), at);
    await approve(organizer, step(second), at);
    await waitlist(organizer, step(fourth), at);
    await waitlist(organizer, step(third), at);
    await refused("reason_missing", () => decline(organizer, { ...step(first), revision: 2 }, at));
    await decline(organizer, { ...step(first, "Too many from one house"), revision: 2 }, at);
    expect(await stateOf(third.id)).toBe("approved");
    expect(await stateOf(fourth.id)).toBe("waitlisted");
    expect((await latestMail(third.email))?.template).toBe("participation-promoted");
    const goodbye = await latestMail(first.email);
    expect(goodbye?.text).toContain("Too many from one house");
    expect(goodbye?.attachments[0]?.content).toContain("METHOD:CANCEL");
  });

  it("refuses a stale decision and an impossible step", async () => {
    const row = await submitted();
    await approve(organizer, step(row), at);
    await refused("stale", () => decline(organizer, step(row, "Late"), at));
    await refused("not_from_this_state", () => waitlist(organizer, { ...step(row), revision: 2 }, at));
    await refused("not_found", () => approve(organizer, step({ id: crypto.randomUUID(), revision: 1 }), at));
  });

  it("decides for several, and says for which it was refused", async () => {
    const all = [await submitted(1), await submitted(2), await submitted(3)];
    const report = await decideSeveral(
      organizer,
      {
        step: "approve",
        reason: "",
        chosen: all.map(({ id, revision }) => ({ id, revision })),
      },
      at,
    );
    expect(report.map((row) => row.refusal)).toEqual([undefined, undefined, "event_full"]);
  });

  it("adds by hand: a seat, then the waiting list; a second live registration is refused by the database", async () => {
    const person = { ...registration("", 7), eventId: event.id, class: "press" as const };
    const { event: _, website: __, ...input } = person;
    expect(await add(organizer, input, at)).toMatchObject({ state: "approved" });
    await refused("already_registered", () => add(organizer, input, at));
    await refused("not_allowed", () => add(door, { ...input, email: "other@example.org" }, at));
    await add(organizer, { ...input, email: "eight@example.org" }, at);
    expect(await add(organizer, { ...input, email: "nine@example.org" }, at)).toMatchObject({
      state: "waitlisted",
      place: 1,
    });
  });
});

describe("one's own registration", () => {
  const own = (row: { id: string }) => ({
    kind: "participant" as const,
    participationId: row.id,
    eventId: event.id,
  });

  it("is seen, changed and withdrawn by its holder, and by no other participant", async () => {
    const [mine, other] = [await submitted(1), await submitted(2)];
    const { website: _, event: __, email: ___, locale: ____, ...said } = registration(event.slug);
    const change1 = { ...said, id: mine.id, revision: 1, name: "Åsa bin Salman", listed: true };
    expect(await change(own(mine), change1, at)).toEqual({ revision: 2 });
    expect((await ownParticipation(own(mine))).participation.name).toBe("Åsa bin Salman");
    await refused("not_allowed", () => change(own(other), { ...change1, revision: 2 }, at));
    await refused("not_allowed", () => withdraw(own(other), step({ id: mine.id, revision: 2 }), at));
    const stale = await refused("stale", () => change(own(mine), change1, at));
    expect(stale.attached).toMatchObject({ theirs: { name: "Åsa bin Salman" } });
    await withdraw(own(mine), step({ id: mine.id, revision: 2 }), at);
    expect(await stateOf(mine.id)).toBe("withdrawn");
  });

  it("is unknown behind a link that is not one of ours", async () => {
    expect(await actorByLink("AAAAAAAAAAAAAAAAAAAAAA")).toBeUndefined();
  });
});

describe("reading", () => {
  it("shows the door nobody, for it has a list of its own, and needs to those who decide", async () => {
    const first = await submitted(1);
    await submitted(2);
    await db().update(participations).set({ accessNeeds: "Ramp" }).where(eq(participations.id, first.id));
    await approve(organizer, step(first), at);
    const all = { q: "", sort: "arrival" as const, page: 1 };
    await refused("not_allowed", () => listParticipations(door, event.id, all));
    await refused("not_allowed", () => participationForOrganizer(door, first.id));
    expect((await listParticipations(organizer, event.id, all)).total).toBe(2);
    expect((await participationForOrganizer(organizer, first.id)).accessNeeds).toBe("Ramp");
    await refused("not_allowed", () => listParticipations(editor, event.id, all));
    await refused("not_allowed", () => exportParticipations(door, event.id, all, at));
    expect(await exportParticipations(organizer, event.id, { ...all, state: "approved" }, at)).toHaveLength(
      1,
    );
  });

  it("finds what was typed, also with the signs of patterns in it", async () => {
    await submitted(1);
    const found = async (q: string) =>
      (await listParticipations(organizer, event.id, { q, sort: "name", page: 1 })).total;
    expect(await found("person-1")).toBe(1);
    expect(await found("%")).toBe(0);
    expect(await found("_______________")).toBe(0);
  });
});

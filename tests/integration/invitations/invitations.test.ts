import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { memberships } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { consents } from "@/db/schema/privacy";
import { users } from "@/db/schema/users";
import { accept } from "@/domain/invitations/accept";
import { acceptForDelegation } from "@/domain/invitations/accept-for-delegation";
import { decline } from "@/domain/invitations/decline";
import { invite } from "@/domain/invitations/invite";
import { inviteDelegations } from "@/domain/invitations/invite-delegations";
import { inviteSeveral } from "@/domain/invitations/invite-several";
import { open } from "@/domain/invitations/open";
import { inviteeByLink, listInvitations, nominationReach, ownInvitation } from "@/domain/invitations/queries";
import { remind } from "@/domain/invitations/remind";
import { remindAll } from "@/domain/invitations/remind-all";
import { revoke } from "@/domain/invitations/revoke";
import { passOn } from "@/domain/participations/pass-on";
import { register } from "@/domain/participations/register";
import { withdraw } from "@/domain/participations/withdraw";
import { poolsOf } from "@/domain/pools/queries";
import { door, editor, focalPoint, house, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { makeDelegation, makeFocalPoint, nominated, rowOf } from "../delegations/fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ registrationPolicy: "open" }, { open: 1, reserve: 1 });
});

const days = (n: number) => new Date(at.getTime() + n * 86_400_000);
const terms = () => ({
  eventId: event.id,
  class: "speaker" as const,
  pool: "open" as const,
  guaranteed: false,
  locale: "en" as const,
  expiresAt: "2026-04-01T12:00",
  reason: "",
});
const guest = (more = {}) => ({ ...terms(), name: "Amina bin Salman", email: "amina@example.org", ...more });
const said = {
  name: "Amina bin Salman",
  functionalTitle: "Professor",
  organisationId: null,
  organisationName: "University",
  accessNeeds: "",
  dietaryNeeds: "",
  listed: true,
};
const row = async (id: string) => (await db().select().from(invitations).where(eq(invitations.id, id)))[0];
const lettersAbout = (id: string) =>
  db().select().from(mails).where(eq(mails.aboutId, id)).orderBy(mails.createdAt);
const tokenIn = (mail: { secrets: Record<string, string> | null } | undefined) =>
  mail?.secrets?.link?.split("/").at(-1) ?? "";
const invitee = (invitationId: string) => ({ kind: "invitee" as const, invitationId, eventId: event.id });
const all = { q: "", page: 1 };
const stateOf = async (id: string, when = at) =>
  (await listInvitations(organizer, event.id, all, when)).rows.find((one) => one.id === id)?.state;
const consentsOf = (id = "") =>
  db().select().from(consents).where(eq(consents.participationId, id)).orderBy(sql`${consents.kind}::text`);
const people = () => db().select().from(participations).where(eq(participations.eventId, event.id));

describe("inviting", () => {
  it("writes a mail with a personal link that the row knows by its hash only", async () => {
    const { id } = await invite(organizer, guest(), at);
    const [mail] = await lettersAbout(id);
    expect(mail).toMatchObject({ template: "invitation-invited", toAddress: "amina@example.org" });
    expect(mail?.secrets?.link).toMatch(/^http:\/\/localhost:3000\/en\/invitation\/[\w-]{22}$/);
    expect(mail?.text).not.toContain(tokenIn(mail));
    expect(mail?.text).toContain("1 April 2026, 12:00 Stockholm (UTC+2)");
    expect(JSON.stringify(await row(id))).not.toContain(tokenIn(mail));
    expect(await inviteeByLink(tokenIn(mail))).toEqual(invitee(id));
    expect(await inviteeByLink("AAAAAAAAAAAAAAAAAAAAAA")).toBeUndefined();
    expect(await stateOf(id)).toBe("sending");
  });

  it("is refused by right, twice, for those who are coming, too late, and for what is not public", async () => {
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => invite(actor, guest(), at));
    await invite(organizer, guest(), at);
    await refused("already_invited", () => invite(organizer, guest(), at));
    await register(stranger, registration(event.slug, 1), at);
    await refused("already_registered", () =>
      invite(organizer, guest({ email: "person-1@example.org" }), at),
    );
    for (const expiresAt of ["2026-03-02T09:00", "2026-06-12T12:00"])
      await refused("expiry_not_possible", () =>
        invite(organizer, guest({ email: "b@example.org", expiresAt }), at),
      );
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    await refused("event_not_announced", () => invite(organizer, guest({ email: "b@example.org" }), at));
  });

  it("a guaranteed place is kept, and above the capacity only with right and reason", async () => {
    await invite(organizer, guest({ pool: "reserve", guaranteed: true }), at);
    expect(await poolsOf(db(), event.id, at)).toContainEqual({ kind: "reserve", seats: 1, taken: 1 });
    const second = guest({ email: "second@example.org", pool: "reserve", guaranteed: true });
    const full = await refused("pool_full", () => invite(organizer, second, at));
    expect(full.details).toEqual({ pool: "reserve" });
    await refused("reason_missing", () => invite(protocol, second, at));
    const { id } = await invite(protocol, { ...second, reason: "Asked for by the host" }, at);
    const deeds = await db().select().from(history).where(eq(history.subjectId, id));
    expect(deeds.map((deed) => [deed.action, deed.reason])).toEqual([
      ["invitation.invite", ""],
      ["participation.override", "Asked for by the host"],
    ]);
    await accept(invitee(id), said, at);
    expect((await people())[0]).toMatchObject({
      state: "approved",
      seatPool: "reserve",
      overrideReason: "Asked for by the host",
    });
  });

  it("takes a pasted list line by line, and says what is wrong with which", async () => {
    await invite(organizer, guest(), at);
    const list =
      "Amina <amina@example.org>\nbo@example.org\nnobody\n\nCai, Li; cai@example.org\nBo <BO@example.org>";
    const report = await inviteSeveral(organizer, { ...terms(), list }, at);
    expect(report).toEqual([
      { line: 1, email: "amina@example.org", refusal: "already_invited" },
      { line: 2, email: "bo@example.org" },
      { line: 3, email: "", refusal: "line_unreadable" },
      { line: 5, email: "cai@example.org" },
    ]);
    await refused("not_allowed", () => inviteSeveral(editor, { ...terms(), list }, at));
    const lines = Array.from({ length: 501 }, (_, n) => `p${n}@example.org`).join("\n");
    await refused("too_many_lines", () => inviteSeveral(organizer, { ...terms(), list: lines }, at));
  });
});

describe("inviting all members to nominate", () => {
  it("passes over a member under embargo: a delegation and its mails would give it away", async () => {
    const secret = await makeOrganisation("Secret");
    const silent = await makeOrganisation("Secret without a focal point");
    const spell = { joinedOn: "2026-01-01", publicFrom: new Date(at.getTime() + 1) };
    await db()
      .insert(memberships)
      .values([secret, silent].map(({ id }) => ({ ...spell, organisationId: id })));
    await makeFocalPoint(secret.id);
    const before = await nominationReach(protocol, event, at);
    expect(before.without.map((one) => one.id)).not.toContain(silent.id);
    await inviteDelegations(protocol, { eventId: event.id, expiresAt: "2026-04-01T12:00" }, at);
    expect(await db().select().from(delegations).where(eq(delegations.organisationId, secret.id))).toEqual(
      [],
    );
    const after = await nominationReach(protocol, event, spell.publicFrom);
    expect([after.members - before.members, after.fresh]).toEqual([2, 1]);
  });

  it("opens their delegations and writes to each focal point once, each with a link of their own", async () => {
    const [withTwo, without, stranger_] = [
      await makeOrganisation("Two"),
      await makeOrganisation("None"),
      await makeOrganisation("No member"),
    ];
    const spell = { joinedOn: "2026-01-01", joinedPrecision: "day" as const, publicFrom: at };
    await db()
      .insert(memberships)
      .values([withTwo, without].map(({ id }) => ({ ...spell, organisationId: id })));
    const point = (name: string, organisationId: string) => ({
      name,
      email: `${name}-${event.id}@example.org`,
      role: "focal_point" as const,
      organisationId,
      locale: "sv" as const,
    });
    await db()
      .insert(users)
      .values([point("a", withTwo.id), point("b", withTwo.id), point("c", stranger_.id)]);
    const before = await nominationReach(organizer, event, at);
    expect(before.fresh).toBe(2);
    expect(before.without.map((one) => one.id)).toContain(without.id);
    for (const actor of [editor, focalPoint])
      await refused("not_allowed", () =>
        inviteDelegations(actor, { eventId: event.id, expiresAt: "2026-04-01T12:00" }, at),
      );
    const done = await inviteDelegations(organizer, { eventId: event.id, expiresAt: "2026-04-01T12:00" }, at);
    expect(done).toEqual({ invited: 2, without: before.without.length });
    const again = await inviteDelegations(
      organizer,
      { eventId: event.id, expiresAt: "2026-04-01T12:00" },
      at,
    );
    expect(again.invited).toBe(0);
    const written = await db().select().from(invitations).where(eq(invitations.eventId, event.id));
    expect(new Set(written.map((one) => one.delegationId)).size).toBe(1);
    expect(new Set(written.map((one) => one.tokenHash)).size).toBe(2);
    const [first, second] = written;
    if (!first || !second) throw new Error("nothing written");
    const seen = await ownInvitation(invitee(first.id), at);
    expect(seen.organisation).toEqual({ en: "Two" });
    await refused("not_found", () => accept(invitee(first.id), said, at));
    expect(await acceptForDelegation(invitee(first.id), at)).toEqual({ outcome: "nominating" });
    await refused("invitation_accepted", () => acceptForDelegation(invitee(first.id), at));
    await db().insert(participations).values({
      eventId: event.id,
      delegationId: second.delegationId,
      organisationId: withTwo.id,
      name: "Nominee",
      email: "nominee@example.org",
      state: "nominated",
      locale: "en",
      source: "nomination",
    });
    expect(await stateOf(second.id)).toBe("accepted");
    expect(await remindAll(organizer, { eventId: event.id }, days(2))).toEqual({ reminded: 0 });
  });
});

describe("answering", () => {
  it("accepts once, though it is sent twice at once: one registration, approved, with one mail", async () => {
    const { id } = await invite(organizer, guest(), at);
    const twice = await Promise.allSettled([1, 2].map(() => accept(invitee(id), said, at)));
    expect(twice.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await people()).toMatchObject([
      {
        email: "amina@example.org",
        class: "speaker",
        state: "approved",
        seatPool: "open",
        source: "invitation",
      },
    ]);
    const letters = await db().select().from(mails).where(eq(mails.template, "participation-approved"));
    expect(letters.filter((mail) => mail.eventId === event.id)).toHaveLength(1);
    expect(letters[0]?.attachments[0]?.content).toContain("METHOD:REQUEST");
    expect(await stateOf(id)).toBe("accepted");
    await refused("invitation_accepted", () => decline(invitee(id), { reason: "" }, at));
  });

  it("honours a guaranteed place in a full event; without one there is a place in line", async () => {
    const { id } = await invite(organizer, guest({ guaranteed: true }), at);
    const other = await invite(organizer, guest({ email: "other@example.org" }), at);
    expect(await register(stranger, registration(event.slug, 1), at)).toMatchObject({
      outcome: "waitlisted",
    });
    expect(await accept(invitee(other.id), said, at)).toEqual({ outcome: "waitlisted" });
    expect(await accept(invitee(id), said, at)).toEqual({ outcome: "approved" });
    expect(await poolsOf(db(), event.id, at)).toContainEqual({ kind: "open", seats: 1, taken: 1 });
  });

  it("takes a registration that stands under the address along, with the guaranteed seat", async () => {
    const { id } = await invite(organizer, guest({ pool: "reserve", guaranteed: true }), at);
    await register(stranger, registration(event.slug, 1), at);
    await register(stranger, { ...registration(event.slug, 2), email: "amina@example.org" }, at);
    await accept(invitee(id), said, at);
    const rows = await people();
    expect(rows).toHaveLength(2);
    expect(rows.find((one) => one.email === "amina@example.org")).toMatchObject({
      state: "approved",
      seatPool: "reserve",
      name: "Amina bin Salman",
      class: "speaker",
    });
  });

  it("leaves the seat held before the guaranteed one to whoever is next", async () => {
    const { id } = await invite(organizer, guest({ pool: "reserve", guaranteed: true }), at);
    const early = { ...registration(event.slug, 2), email: "amina@example.org" };
    expect(await register(stranger, early, at)).toMatchObject({ outcome: "approved" });
    expect(await register(stranger, registration(event.slug, 1), at)).toMatchObject({
      outcome: "waitlisted",
    });
    await accept(invitee(id), said, at);
    const seats = (await people()).map((one) => [one.email, one.state, one.seatPool]);
    expect(seats.toSorted()).toEqual([
      ["amina@example.org", "approved", "reserve"],
      ["person-1@example.org", "approved", "open"],
    ]);
  });

  it("leaves somebody nominated meanwhile in their delegation, whatever they say of themselves", async () => {
    const { id } = await invite(organizer, guest(), at);
    const delegation = await makeDelegation(event.id);
    const nominee_ = await nominated(delegation, { email: "amina@example.org", functionalTitle: "Adviser" });
    await accept(invitee(id), said, at);
    expect(await rowOf(nominee_.id)).toMatchObject({
      state: "approved",
      functionalTitle: "Professor",
      delegationId: delegation.id,
      organisationId: delegation.organisation.id,
      organisationName: "",
    });
    const { revision } = await rowOf(nominee_.id);
    await withdraw(delegation.focal, { id: nominee_.id, revision, reason: "" }, at);
  });

  it("keeps what the invitee agreed to, in the words of the form, and takes back what they no longer do", async () => {
    const { id } = await invite(organizer, guest(), at);
    await accept(invitee(id), said, at);
    const [fresh] = await people();
    expect((await consentsOf(fresh?.id)).map(({ kind }) => kind)).toEqual(["listing", "privacy"]);
    const early = { ...registration(event.slug, 2), listed: true, email: "other@example.org" };
    const other = await invite(organizer, guest({ email: "other@example.org" }), at);
    await register(stranger, early, at);
    await accept(invitee(other.id), { ...said, listed: false }, at);
    const known = (await people()).find((one) => one.email === "other@example.org");
    expect((await consentsOf(known?.id)).map(({ kind, withdrawnAt }) => [kind, withdrawnAt])).toEqual([
      ["listing", at],
      ["privacy", null],
    ]);
  });

  it("declines with words of one's own, kept out of history, and the kept seat goes on", async () => {
    const { id } = await invite(organizer, guest({ guaranteed: true }), at);
    await register(stranger, registration(event.slug, 1), at);
    await decline(invitee(id), { reason: "My mother turns ninety" }, at);
    expect(await row(id)).toMatchObject({ declineReason: "My mother turns ninety" });
    expect(JSON.stringify(await db().select().from(history))).not.toContain("ninety");
    expect((await people())[0]?.state).toBe("approved");
    await refused("invitation_declined", () => accept(invitee(id), said, at));
  });

  it("is refused after the expiry, when revoked, for another's invitation, and for cancelled events", async () => {
    const { id } = await invite(organizer, guest({ guaranteed: true }), at);
    const other = await invite(organizer, guest({ email: "other@example.org" }), at);
    const expiry = new Date("2026-04-01T10:00:00Z");
    await refused("invitation_expired", () => accept(invitee(id), said, expiry));
    for (const actor of [organizer, stranger, focalPoint])
      await refused("not_found", () => accept(actor, said, at));
    await register(stranger, registration(event.slug, 1), at);
    await refused("not_allowed", () => revoke(editor, { id }, at));
    await revoke(organizer, { id }, at);
    expect((await people())[0]?.state).toBe("approved");
    await refused("invitation_revoked", () => accept(invitee(id), said, at));
    expect((await lettersAbout(id)).map((mail) => [mail.state, mail.secrets])).toEqual([["cancelled", null]]);
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    await refused("event_cancelled", () => accept(invitee(other.id), said, at));
  });

  it("a guarantee that runs out frees the seat by the clock, and somebody looks then", async () => {
    const { id } = await invite(organizer, guest({ guaranteed: true }), at);
    await register(stranger, registration(event.slug, 1), at);
    const jobs = await db().execute(
      sql`select run_at from graphile_worker.jobs where key = ${`guarantee:${id}`}`,
    );
    const expiry = new Date(String(jobs[0]?.run_at));
    expect(expiry).toEqual(new Date("2026-04-01T10:00:00Z"));
    await refused("not_allowed", () => passOn(editor, { id: event.id }, expiry));
    expect(await passOn(house, { id: event.id }, new Date(expiry.getTime() - 1))).toBe(0);
    expect(await passOn(house, { id: event.id }, expiry)).toBe(1);
    expect(await passOn(house, { id: event.id }, expiry)).toBe(0);
    // Who ran out of time can be invited anew.
    await invite(organizer, guest({ expiresAt: "2026-05-01T12:00" }), expiry);
  });
});

describe("following up", () => {
  it("reminds with a fresh link, stops the earlier one, and never the answered", async () => {
    const { id } = await invite(organizer, guest(), at);
    const [first] = await lettersAbout(id);
    await refused("not_allowed", () => remind(editor, { id }, days(1)));
    await remind(organizer, { id }, days(1));
    expect(await inviteeByLink(tokenIn(first))).toBeUndefined();
    const second = (await lettersAbout(id)).find((mail) => mail.template === "invitation-reminder");
    expect(await inviteeByLink(tokenIn(second))).toEqual(invitee(id));
    expect((await lettersAbout(id)).map((mail) => mail.state).toSorted()).toEqual(["cancelled", "queued"]);
    await decline(invitee(id), { reason: "" }, days(1));
    await refused("invitation_declined", () => remind(organizer, { id }, days(2)));
    await refused("invitation_declined", () => revoke(organizer, { id }, days(2)));
  });

  it("reminds all who have not answered and were not written to within a day", async () => {
    const ids = [];
    for (const n of [1, 2, 3])
      ids.push((await invite(organizer, guest({ email: `p${n}@example.org` }), at)).id);
    const [one = "", two = ""] = ids;
    await decline(invitee(one), { reason: "" }, at);
    expect(await remindAll(organizer, { eventId: event.id }, days(0.5))).toEqual({ reminded: 0 });
    await remind(organizer, { id: two }, days(1.5));
    expect(await remindAll(organizer, { eventId: event.id }, days(2))).toEqual({ reminded: 1 });
    await refused("not_allowed", () => remindAll(editor, { eventId: event.id }, days(4)));
  });

  it("shows how far each got: sent, opened by a person, bounced", async () => {
    const { id } = await invite(organizer, guest(), at);
    await db().update(mails).set({ state: "sent", sentAt: at }).where(eq(mails.aboutId, id));
    expect(await stateOf(id)).toBe("sent");
    await refused("not_found", () => open(stranger, at));
    await open(invitee(id), days(1));
    await open(invitee(id), days(2));
    expect((await row(id))?.openedAt).toEqual(days(1));
    expect(await stateOf(id)).toBe("opened");
    const other = await invite(organizer, guest({ email: "gone@example.org" }), at);
    await db().update(mails).set({ state: "bounced" }).where(eq(mails.aboutId, other.id));
    expect(await stateOf(other.id)).toBe("bounced");
    const { counts } = await listInvitations(organizer, event.id, all, at);
    expect(counts).toMatchObject({ opened: 1, bounced: 1 });
    await refused("not_allowed", () => listInvitations(editor, event.id, all, at));
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegationMessages, delegationQuotas, delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import { edit } from "@/domain/delegations/edit";
import { message } from "@/domain/delegations/message";
import { nominate } from "@/domain/delegations/nominate";
import { open } from "@/domain/delegations/open";
import { readMessages } from "@/domain/delegations/read-messages";
import { submit } from "@/domain/delegations/submit";
import { add } from "@/domain/participations/add";
import { withdraw } from "@/domain/participations/withdraw";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import {
  deedsOf,
  inGrace,
  mailsTo,
  makeDelegation,
  makeFocalPoint,
  makeScene,
  nominated,
  nominee,
  peopleOf,
  rowOf,
  tooLate,
} from "./fixture";

type Scene = Awaited<ReturnType<typeof makeScene>>;
let event: Scene["event"];
let delegation: Scene["delegation"];
beforeAll(makeGroup);
beforeEach(async () => {
  ({ event, delegation } = await makeScene());
});

const outsiders = [editor, door, focalPoint, stranger];
const chosen = (...rows: { id: string; revision: number }[]) =>
  rows.map(({ id, revision }) => ({ id, revision }));

describe("opening delegations", () => {
  it("opens several at once, each with its deed; those that are open stay as they are", async () => {
    const [one, two] = [await makeOrganisation("One"), await makeOrganisation("Two")];
    const wanted = { eventId: event.id, members: false, organisationIds: [one.id, two.id, one.id] };
    expect(await open(organizer, wanted, at)).toEqual({ opened: 2 });
    expect(await open(user("protocol"), wanted, at)).toEqual({ opened: 0 });
    const rows = await db().select().from(delegations).where(eq(delegations.eventId, event.id));
    expect(rows).toHaveLength(3);
    expect((await deedsOf(rows.find((row) => row.organisationId === one.id)?.id ?? ""))[0]?.action).toBe(
      "delegation.open",
    );
  });

  it("opens those of all who are publicly members on the event's first day, and of nobody under embargo", async () => {
    const spell = { joinedOn: "2026-01-01", publicFrom: at };
    const [member, secret, former, later] = await Promise.all(
      ["Member", "Secret", "Former", "Later"].map((name) => makeOrganisation(name)),
    );
    if (!member || !secret || !former || !later) throw new Error("no organisations");
    await db()
      .insert(memberships)
      .values([
        { ...spell, organisationId: member.id },
        { ...spell, organisationId: secret.id, publicFrom: new Date(at.getTime() + 1) },
        { ...spell, organisationId: former.id, leftOn: "2026-06-10", leftPrecision: "day" },
        { ...spell, organisationId: later.id, joinedOn: "2026-06-11" },
      ]);
    expect(await open(organizer, { eventId: event.id, members: true, organisationIds: [] }, at)).toEqual({
      opened: 1,
    });
    const rows = await db().select().from(delegations).where(eq(delegations.eventId, event.id));
    expect(rows.map((row) => row.organisationId)).toContain(member.id);
  });

  it("is refused to others, for what is over or cancelled, and for an organisation that does not exist", async () => {
    const { id } = await makeOrganisation();
    const wanted = { eventId: event.id, members: false, organisationIds: [id] };
    for (const actor of [...outsiders, delegation.focal])
      await refused("not_allowed", () => open(actor, wanted, at));
    await refused("no_such_organisation", () =>
      open(organizer, { ...wanted, organisationIds: [crypto.randomUUID()] }, at),
    );
    await refused("event_over", () => open(organizer, wanted, event.endsAt));
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    await refused("event_cancelled", () => open(organizer, wanted, at));
    await refused("not_found", () => open(organizer, { ...wanted, eventId: crypto.randomUUID() }, at));
  });
});

describe("nominating", () => {
  it("writes the name exactly as given, takes no seat and tells nobody", async () => {
    const input = nominee(delegation.id, {
      name: "Priya van der Berg",
      courtesyTitle: "H.E. Ms.",
      email: "priya@example.org",
    });
    const { id } = await nominate(delegation.focal, input, at);
    expect(await rowOf(id)).toMatchObject({
      name: "Priya van der Berg",
      courtesyTitle: "H.E. Ms.",
      state: "nominated",
      source: "nomination",
      seatPool: null,
      pool: "open",
      delegationId: delegation.id,
      organisationId: delegation.organisationId,
    });
    expect(await mailsTo("priya@example.org")).toEqual([]);
    expect(await deedsOf(id)).toEqual([
      { action: "delegation.nominate", reason: "", details: { to: "nominated" } },
    ]);
  });

  it("draws on the pool of the class and the membership", async () => {
    await db()
      .insert(memberships)
      .values({ organisationId: delegation.organisationId, joinedOn: "2026-01-01", publicFrom: at });
    expect((await nominated(delegation)).pool).toBe("members");
    expect((await nominated(delegation, { class: "press" })).pool).toBe("press");
  });

  it("keeps to the quota of a class, counting who is coming, and to its own where it has one", async () => {
    for (let n = 0; n < 4; n++) await nominated(delegation);
    await refused("quota_full", () => nominate(delegation.focal, nominee(delegation.id), at));
    await db().insert(delegationQuotas).values({ delegationId: delegation.id, class: "delegate", quota: 5 });
    const fifth = await nominated(delegation);
    await refused("quota_full", () => nominate(organizer, nominee(delegation.id), at));
    await withdraw(delegation.focal, { id: fifth.id, revision: 1, reason: "" }, at);
    await nominated(delegation);
    expect((await peopleOf(delegation.id)).filter((row) => row.state === "nominated")).toHaveLength(5);
  });

  it("gives the last place of a class once, however many ask at the same moment", async () => {
    const asked = Array.from({ length: 6 }, () =>
      nominate(delegation.focal, nominee(delegation.id), at).then(
        () => "done",
        (error) => error.code,
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(4);
    expect(answers.filter((answer) => answer === "quota_full")).toHaveLength(2);
  });

  it("has no place in a class that the event does not have", async () => {
    await db().update(events).set({ kind: "board_meeting" }).where(eq(events.id, event.id));
    await refused("quota_full", () =>
      nominate(delegation.focal, nominee(delegation.id, { class: "press" }), at),
    );
  });

  it("leaves one head, one alternate and one of each address to the database", async () => {
    await nominated(delegation, { class: "head", email: null });
    await refused("head_taken", () =>
      nominate(delegation.focal, nominee(delegation.id, { class: "head" }), at),
    );
    const first = await nominated(delegation, { alternate: true });
    await refused("alternate_taken", () =>
      nominate(delegation.focal, nominee(delegation.id, { alternate: true }), at),
    );
    await refused("already_registered", () =>
      nominate(delegation.focal, nominee(delegation.id, { email: first.email }), at),
    );
    // Two principals without an address are two people.
    await nominated(delegation, { email: null });
    const two = db()
      .insert(participations)
      .values({ ...first, id: undefined, arrival: undefined, class: "head", alternate: false, email: null });
    await expect(two).rejects.toThrow();
  });

  it("ends with the deadline and its grace for the focal points, and with the event for the secretariat", async () => {
    await nominate(delegation.focal, nominee(delegation.id), inGrace);
    await refused("nomination_over", () => nominate(delegation.focal, nominee(delegation.id), tooLate));
    await nominate(organizer, nominee(delegation.id), tooLate);
    await refused("event_over", () => nominate(organizer, nominee(delegation.id), event.endsAt));
    await db()
      .update(delegations)
      .set({ nominationClosesAt: new Date("2026-06-01T00:00:00Z") })
      .where(eq(delegations.id, delegation.id));
    await nominate(delegation.focal, nominee(delegation.id), tooLate);
  });

  it("is not there for another organisation, nor before the event is announced, and refused to the rest", async () => {
    const other = await makeDelegation(event.id);
    await refused("not_found", () => nominate(other.focal, nominee(delegation.id), at));
    await refused("not_found", () => nominate(focalPoint, nominee(delegation.id), at));
    await refused("not_found", () => nominate(delegation.focal, nominee(crypto.randomUUID()), at));
    await refused("not_allowed", () => nominate(editor, nominee(delegation.id), at));
    await refused("not_allowed", () => nominate(door, nominee(delegation.id), at));
    await refused("not_allowed", () => nominate(stranger, nominee(delegation.id), at));
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    await refused("not_found", () => nominate(delegation.focal, nominee(delegation.id), at));
    await nominate(organizer, nominee(delegation.id), at);
    expect(await peopleOf(delegation.id)).toHaveLength(1);
  });
});

describe("submitting", () => {
  const send = (...rows: { id: string; revision: number }[]) => ({
    delegationId: delegation.id,
    chosen: chosen(...rows),
  });

  it("puts all of them before the secretariat at once, and tells whoever has an address", async () => {
    const head = await nominated(delegation, { class: "head", email: null });
    const delegate = await nominated(delegation, { email: "anna@example.org", locale: "sv" });
    expect(await submit(delegation.focal, send(head, delegate), at)).toEqual({ submitted: 2 });
    for (const row of await peopleOf(delegation.id))
      expect(row).toMatchObject({ state: "submitted", seatPool: null, revision: 2, stateAt: at });
    const letters = await mailsTo("anna@example.org");
    expect(letters.map((letter) => letter.template)).toEqual(["participation-nominated"]);
    expect(letters[0]?.locale).toBe("sv");
    expect(await mailsTo(delegation.focal.email)).toEqual([]);
    expect((await deedsOf(delegate.id)).at(-1)).toEqual({
      action: "participation.submit",
      reason: "",
      details: { from: "nominated", to: "submitted" },
    });
  });

  it("submits one alone beside a head who is only nominated", async () => {
    const head = await nominated(delegation, { class: "head" });
    const delegate = await nominated(delegation);
    await submit(delegation.focal, send(delegate), at);
    expect((await rowOf(head.id)).state).toBe("nominated");
    expect((await rowOf(delegate.id)).state).toBe("submitted");
  });

  it("answers with the list of obstacles, and writes nothing", async () => {
    const delegate = await nominated(delegation);
    await db().insert(delegationQuotas).values({ delegationId: delegation.id, class: "delegate", quota: 0 });
    const refusal = await refused("obstacles", () => submit(delegation.focal, send(delegate), tooLate));
    expect(refusal.attached).toEqual(["no_head", "over_quota", "deadline_over"]);
    const organizers = await refused("obstacles", () => submit(organizer, send(delegate), tooLate));
    expect(organizers.attached).toEqual(["no_head", "over_quota"]);
    expect((await rowOf(delegate.id)).state).toBe("nominated");
  });

  it("refuses all where one was changed meanwhile, or is not to be submitted", async () => {
    const head = await nominated(delegation, { class: "head" });
    const delegate = await nominated(delegation);
    await refused("stale", () => submit(delegation.focal, send(head, { ...delegate, revision: 9 }), at));
    await submit(delegation.focal, send(head), at);
    const again = { id: head.id, revision: 2 };
    await refused("not_from_this_state", () => submit(delegation.focal, send(again, delegate), at));
    expect((await rowOf(delegate.id)).state).toBe("nominated");
  });

  it("never reaches into another delegation, by its id or by that of its people", async () => {
    const other = await makeDelegation(event.id);
    const theirs = await nominated(other, { class: "head" });
    await nominated(delegation, { class: "head" });
    await refused("not_found", () => submit(delegation.focal, send(theirs), at));
    await refused("not_found", () =>
      submit(delegation.focal, { delegationId: other.id, chosen: chosen(theirs) }, at),
    );
    await refused("not_allowed", () => submit(editor, send(theirs), at));
  });
});

describe("editing a delegation", () => {
  const input = (facts = {}) => ({
    id: delegation.id,
    revision: 1,
    nominationClosesAt: "2026-06-01T12:00",
    quotas: { delegate: 6, adviser: null },
    unlimited: ["press" as const],
    note: "Ask the embassy.",
    ...facts,
  });

  it("sets its own deadline in the event's zone, its quotas and the note", async () => {
    expect(await edit(organizer, input(), at)).toEqual({ revision: 2 });
    const [row] = await db().select().from(delegations).where(eq(delegations.id, delegation.id));
    expect(row).toMatchObject({
      note: "Ask the embassy.",
      revision: 2,
      nominationClosesAt: new Date("2026-06-01T10:00:00Z"),
    });
    const own = await db()
      .select()
      .from(delegationQuotas)
      .where(eq(delegationQuotas.delegationId, delegation.id));
    expect(own.map(({ class: of, quota }) => [of, quota]).toSorted()).toEqual([
      ["delegate", 6],
      ["press", null],
    ]);
    expect((await deedsOf(delegation.id)).at(-1)?.details).toEqual({
      changed: ["note", "nominationClosesAt", "quotas"],
    });
    await edit(organizer, input({ revision: 2, nominationClosesAt: null, quotas: {}, unlimited: [] }), at);
    expect(
      await db().select().from(delegationQuotas).where(eq(delegationQuotas.delegationId, delegation.id)),
    ).toEqual([]);
    expect((await deedsOf(delegation.id)).at(-1)?.details).toEqual({
      changed: ["nominationClosesAt", "quotas"],
    });
  });

  it("refuses a stale change with their values, and a time that the clocks skip", async () => {
    await edit(organizer, input(), at);
    const stale = await refused("stale", () => edit(organizer, input({ note: "Mine" }), at));
    expect(stale.attached).toMatchObject({
      theirs: {
        revision: 2,
        note: "Ask the embassy.",
        nominationClosesAt: "2026-06-01T12:00",
        quotas: { delegate: 6, adviser: "" },
        unlimited: ["press"],
      },
    });
    await refused("time_skipped", () =>
      edit(organizer, input({ revision: 2, nominationClosesAt: "2026-03-29T02:30" }), at),
    );
  });

  it("is the secretariat's: focal points, also its own, do not see that there is a note to change", async () => {
    await refused("not_allowed", () => edit(delegation.focal, input(), at));
    await refused("not_found", () => edit(focalPoint, input(), at));
    await refused("not_allowed", () => edit(editor, input(), at));
  });

  it("never has two heads, whatever the form says: the database", async () => {
    const two = db()
      .insert(delegationQuotas)
      .values({ delegationId: delegation.id, class: "head", quota: 2 });
    await expect(two).rejects.toThrow();
    await edit(organizer, input({ quotas: { head: 0 }, unlimited: ["head"] }), at);
    expect(
      await db().select().from(delegationQuotas).where(eq(delegationQuotas.delegationId, delegation.id)),
    ).toEqual([]);
  });
});

describe("messages", () => {
  it("stand at the desk of one delegation and go to each of its focal points, in their language", async () => {
    const swede = await makeFocalPoint(delegation.organisationId, "sv");
    const gone = await makeFocalPoint(delegation.organisationId);
    await db().update(users).set({ deactivatedAt: at }).where(eq(users.id, gone.id));
    const text = "The bus leaves at nine.\n\nBring your badge.";
    const sent = await message(organizer, { eventId: event.id, delegationId: delegation.id, text }, at);
    expect(sent).toEqual({ delegations: 1, people: 2 });
    const [row] = await db()
      .select()
      .from(delegationMessages)
      .where(eq(delegationMessages.delegationId, delegation.id));
    expect(row).toMatchObject({ text, sentBy: organizer.name, sentAt: at, readAt: null });
    const [english] = await mailsTo(delegation.focal.email);
    expect(english?.text).toContain("The bus leaves at nine.");
    expect(english?.text).toContain(`/en/desk/events/${event.id}`);
    expect((await mailsTo(swede.email))[0]?.subject).toContain("Meddelande");
    expect(await mailsTo(gone.email)).toEqual([]);
  });

  it("go to all delegations of the event, and to nobody of another", async () => {
    const second = await makeDelegation(event.id);
    const elsewhere = await makeDelegation((await makeEvent()).id);
    const sent = await message(organizer, { eventId: event.id, delegationId: null, text: "Welcome." }, at);
    expect(sent).toEqual({ delegations: 2, people: 2 });
    expect(await mailsTo(second.focal.email)).toHaveLength(1);
    expect(await mailsTo(elsewhere.focal.email)).toEqual([]);
    await refused("not_found", () =>
      message(organizer, { eventId: event.id, delegationId: elsewhere.id, text: "Hello" }, at),
    );
  });

  it("are refused where nobody could read them, and to whoever may not write", async () => {
    const empty = await makeEvent();
    await refused("no_delegation", () =>
      message(organizer, { eventId: empty.id, delegationId: null, text: "Hello" }, at),
    );
    const draft = await makeEvent({ announcedAt: null });
    await refused("event_not_announced", () =>
      message(organizer, { eventId: draft.id, delegationId: null, text: "Hello" }, at),
    );
    for (const actor of [...outsiders, delegation.focal])
      await refused("not_allowed", () =>
        message(actor, { eventId: event.id, delegationId: delegation.id, text: "Hello" }, at),
      );
  });

  it("are read once, by a focal point of the delegation and by nobody else", async () => {
    await message(organizer, { eventId: event.id, delegationId: delegation.id, text: "Hello" }, at);
    const own = { delegationId: delegation.id };
    await refused("not_found", () => readMessages(focalPoint, own, at));
    await refused("not_allowed", () => readMessages(organizer, own, at));
    expect(await readMessages(delegation.focal, own, inGrace)).toEqual({ read: 1 });
    expect(await readMessages(delegation.focal, own, tooLate)).toEqual({ read: 0 });
    const [row] = await db()
      .select()
      .from(delegationMessages)
      .where(eq(delegationMessages.delegationId, delegation.id));
    expect(row?.readAt).toEqual(inGrace);
    expect(
      (await deedsOf(delegation.id)).filter((deed) => deed.action === "delegation.read-message"),
    ).toHaveLength(1);
  });
});

describe("adding by hand", () => {
  it("keeps how somebody is printed, sorted and ranked", async () => {
    const { event: _, website: __, ...person } = registration(event.slug, 1);
    const styled = { courtesyTitle: "Dr", familyName: "McDonald", level: "minister" as const };
    const { id } = await add(organizer, { ...person, ...styled, eventId: event.id, class: "speaker" }, at);
    expect(await rowOf(id)).toMatchObject(styled);
  });
});

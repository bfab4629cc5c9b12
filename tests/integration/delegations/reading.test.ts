import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { upload } from "@/domain/credentials/upload";
import { delegationAtDesk, delegationsAtDesk, memberAtDesk } from "@/domain/delegations/desk-queries";
import { edit } from "@/domain/delegations/edit";
import { message } from "@/domain/delegations/message";
import {
  addresseesOf,
  delegationForOrganizer,
  listDelegations,
  organisationsToOpen,
} from "@/domain/delegations/organizer-queries";
import { hold } from "@/domain/participations/hold";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import {
  inGrace,
  letterFile,
  makeDelegation,
  makeFocalPoint,
  makeScene,
  nominated,
  submitted,
  tooLate,
} from "./fixture";

type Scene = Awaited<ReturnType<typeof makeScene>>;
let event: Scene["event"];
let delegation: Scene["delegation"];
beforeAll(makeGroup);
beforeEach(async () => {
  ({ event, delegation } = await makeScene());
});

describe("the desk", () => {
  it("shows the delegations of one's organisation with deadline, people, messages and the next step", async () => {
    await makeDelegation(event.id);
    await nominated(delegation, { class: "head" });
    await message(organizer, { eventId: event.id, delegationId: delegation.id, text: "Hello" }, at);
    const [mine, ...others] = await delegationsAtDesk(delegation.focal, at);
    expect(others).toEqual([]);
    expect(mine).toMatchObject({
      id: delegation.id,
      door: "open",
      deadline: event.nominationClosesAt,
      next: "submit",
      obstacles: [],
      live: [{ class: "head", state: "nominated" }],
      unread: [{ text: "Hello" }],
    });
    expect((await delegationsAtDesk(delegation.focal, inGrace))[0]).toMatchObject({
      door: "in_grace",
      acceptedUntil: tooLate,
    });
    expect((await delegationsAtDesk(delegation.focal, tooLate))[0]).toMatchObject({ door: "over" });
  });

  it("shows nothing of a draft, of what is over, or where there is no delegation", async () => {
    expect(await delegationsAtDesk(focalPoint, at)).toEqual([]);
    expect(await delegationsAtDesk(delegation.focal, event.endsAt)).toEqual([]);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await delegationsAtDesk(delegation.focal, at)).toEqual([]);
    await refused("not_found", () => delegationAtDesk(delegation.focal, event.id, at));
  });

  it("shows one delegation to all its focal points, and to nobody of another organisation or of the secretariat", async () => {
    const colleague = await makeFocalPoint(delegation.organisationId);
    const other = await makeDelegation(event.id);
    await nominated(delegation, { accessNeeds: "Ramp" });
    const theirs = await nominated(other, { name: "Of another" });
    await upload(
      other.focal,
      { delegationId: other.id, issuer: "M", issuedOn: "2026-03-01" },
      letterFile(),
      at,
    );
    for (const actor of [delegation.focal, colleague]) {
      const seen = await delegationAtDesk(actor, event.id, at);
      expect(seen.people.map((person) => [person.name, person.accessNeeds])).toEqual([
        ["Mohammed bin Salman", "Ramp"],
      ]);
      expect(seen.letters).toEqual([]);
    }
    await refused("not_found", () => delegationAtDesk(focalPoint, event.id, at));
    await refused("not_found", () =>
      memberAtDesk(delegation.focal, { eventId: event.id, participationId: theirs.id }, at),
    );
    await refused("not_found", async () =>
      memberAtDesk(other.focal, { eventId: (await makeEvent()).id, participationId: theirs.id }, at),
    );
    expect(
      (await memberAtDesk(other.focal, { eventId: event.id, participationId: theirs.id }, at)).member.name,
    ).toBe("Of another");
    for (const actor of [organizer, editor, door, stranger]) {
      await refused("not_allowed", () => delegationsAtDesk(actor, at));
      await refused("not_allowed", () => delegationAtDesk(actor, event.id, at));
    }
  });

  it("keeps the secretariat's own notes from the delegation: on hold, why; the note; the tags", async () => {
    const row = await submitted(delegation);
    await hold(organizer, { id: row.id, revision: row.revision, reason: "Ask security" }, at);
    const seen = await delegationAtDesk(delegation.focal, event.id, at);
    const person = seen.people.find(({ id }) => id === row.id);
    expect(person).toMatchObject({ state: "on_hold", stateReason: "" });
    expect(JSON.stringify(seen)).not.toContain("Ask security");
    await edit(
      organizer,
      {
        id: delegation.id,
        revision: 1,
        nominationClosesAt: null,
        quotas: {},
        unlimited: [],
        note: "Difficult",
      },
      at,
    );
    expect(JSON.stringify(await delegationAtDesk(delegation.focal, event.id, at))).not.toContain("Difficult");
    await db()
      .update(participations)
      .set({ state: "declined", stateReason: "Full" })
      .where(eq(participations.id, row.id));
    const declined = await memberAtDesk(delegation.focal, { eventId: event.id, participationId: row.id }, at);
    expect(declined.member.stateReason).toBe("Full");
  });
});

describe("the workspace", () => {
  it("lists delegations by what they have and lack", async () => {
    const other = await makeDelegation(event.id);
    await submitted(delegation);
    await upload(
      delegation.focal,
      { delegationId: delegation.id, issuer: "M", issuedOn: "2026-03-01" },
      letterFile(),
      at,
    );
    const ids = async (filter: Partial<Parameters<typeof listDelegations>[2]>) =>
      (await listDelegations(organizer, event, { q: "", ...filter }, at)).rows.map((row) => row.id);
    expect(await ids({})).toHaveLength(2);
    expect(await ids({ progress: "empty" })).toEqual([other.id]);
    expect(await ids({ progress: "review" })).toEqual([delegation.id]);
    expect(await ids({ lacks: "head" })).toEqual([other.id]);
    expect(await ids({ lacks: "credentials" })).toEqual([other.id]);
    expect(await ids({ lacks: "quota" })).toEqual([]);
    expect(await ids({ q: "tESt w" })).toHaveLength(2);
    expect(await ids({ q: "nobody" })).toEqual([]);
    expect((await listDelegations(organizer, event, { q: "nobody" }, at)).all).toBe(2);
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => listDelegations(actor, event, { q: "" }, at));
  });

  it("shows one of its event with its focal points, and none of another", async () => {
    const elsewhere = await makeEvent();
    const seen = await delegationForOrganizer(organizer, event, delegation.id, at);
    expect(seen.focalPoints.map(({ email }) => email)).toEqual([delegation.focal.email]);
    await refused("not_found", () => delegationForOrganizer(organizer, elsewhere, delegation.id, at));
    for (const actor of [editor, door, delegation.focal, stranger])
      await refused("not_allowed", () => delegationForOrganizer(actor, event, delegation.id, at));
  });

  it("knows whom a message reaches and which organisations have no delegation yet", async () => {
    await makeFocalPoint(delegation.organisationId);
    const lonely = await makeOrganisation("Lonely");
    await db().insert(delegations).values({ eventId: event.id, organisationId: lonely.id });
    expect(await addresseesOf(organizer, event.id)).toEqual({ delegations: 2, people: 2 });
    const without = await makeOrganisation("Without");
    const left = (await organisationsToOpen(organizer, event.id)).map(({ id }) => id);
    expect(left).toContain(without.id);
    expect(left).not.toContain(delegation.organisationId);
    await refused("not_allowed", () => organisationsToOpen(delegation.focal, event.id));
    await refused("not_allowed", () => addresseesOf(delegation.focal, event.id));
  });
});

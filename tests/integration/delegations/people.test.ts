import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { participationLinks, participations } from "@/db/schema/participations";
import { people } from "@/db/schema/people";
import type { ReplaceInput } from "@/domain/delegations/input";
import { add } from "@/domain/participations/add";
import { approve } from "@/domain/participations/approve";
import { change } from "@/domain/participations/change";
import { hold } from "@/domain/participations/hold";
import { changeInput } from "@/domain/participations/input";
import { register } from "@/domain/participations/register";
import { replace } from "@/domain/participations/replace";
import { waitlist } from "@/domain/participations/waitlist";
import { withdraw } from "@/domain/participations/withdraw";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import {
  deedsOf,
  inGrace,
  mailsTo,
  makeDelegation,
  makeScene,
  nominated,
  rowOf,
  submitted,
  tooLate,
} from "./fixture";

type Scene = Awaited<ReturnType<typeof makeScene>>;
type Row = Awaited<ReturnType<typeof rowOf>>;
let event: Scene["event"];
let delegation: Scene["delegation"];
beforeAll(makeGroup);
beforeEach(async () => {
  ({ event, delegation } = await makeScene({ capacity: 10 }));
});

const step = ({ id, revision }: Pick<Row, "id" | "revision">, reason = "") => ({ id, revision, reason });
async function approved(facts: Parameters<typeof submitted>[1] = {}) {
  const row = await submitted(delegation, facts);
  await approve(organizer, step(row), at);
  return rowOf(row.id);
}

/** What the desk's form sends of somebody. */
const said = (row: Row, facts = {}) => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  courtesyTitle: row.courtesyTitle,
  familyName: row.familyName,
  functionalTitle: row.functionalTitle,
  email: row.email,
  class: row.class,
  level: row.level,
  alternate: row.alternate,
  accessNeeds: row.accessNeeds,
  dietaryNeeds: row.dietaryNeeds,
  ...facts,
});

const holderOf = (row: Row) => ({ kind: "participant" as const, participationId: row.id, eventId: event.id });

describe("changing one of a delegation", () => {
  it("leaves to the person alone whether their name is published", async () => {
    const row = await nominated(delegation);
    await change(delegation.focal, said(row, { listed: true }), at);
    expect((await rowOf(row.id)).listingConsentedAt).toBeNull();
    const agreed = await rowOf(row.id);
    await change(holderOf(agreed), said(agreed, { listed: true }), at);
    expect((await rowOf(row.id)).listingConsentedAt).toEqual(at);
    await change(delegation.focal, said(await rowOf(row.id), { listed: false }), at);
    expect((await rowOf(row.id)).listingConsentedAt).toEqual(at);
  });

  it("changes what was said, keeps the consent, and names the fields in history", async () => {
    const row = await nominated(delegation);
    await db().update(participations).set({ listingConsentedAt: at }).where(eq(participations.id, row.id));
    await change(
      delegation.focal,
      said(row, { courtesyTitle: "Dr", level: "minister", alternate: true }),
      at,
    );
    expect(await rowOf(row.id)).toMatchObject({
      courtesyTitle: "Dr",
      level: "minister",
      alternate: true,
      listingConsentedAt: at,
      revision: 2,
    });
    expect((await deedsOf(row.id)).at(-1)?.details).toEqual({
      changed: ["courtesyTitle", "level", "alternate"],
    });
  });

  it("brings back to review what the event has marked, with the seat kept; the secretariat's change does not", async () => {
    const row = await approved();
    await change(delegation.focal, said(row, { functionalTitle: "Head of Unit" }), at);
    expect((await rowOf(row.id)).state).toBe("approved");
    await change(delegation.focal, said(await rowOf(row.id), { name: "Ewen McDonald" }), at);
    expect(await rowOf(row.id)).toMatchObject({
      state: "submitted",
      seatPool: "open",
      name: "Ewen McDonald",
    });
    await approve(organizer, step(await rowOf(row.id)), at);
    const { alternate: _, email: __, ...form } = said(await rowOf(row.id), { class: "adviser" });
    await change(organizer, form, at);
    expect(await rowOf(row.id)).toMatchObject({ state: "approved", class: "adviser" });
  });

  it("by the secretariat's form: another alternate and a taken address are refused, a free one gets the link", async () => {
    const form = (row: Row, facts = {}) => {
      const { organisationId, organisationName } = row;
      return changeInput.parse({ ...said(row), organisationId, organisationName, ...facts });
    };
    const [row, alternate] = [await approved(), await approved({ alternate: true })];
    await register(stranger, registration(event.slug), at);
    const [own] = await db()
      .select()
      .from(participations)
      .where(and(eq(participations.eventId, event.id), eq(participations.email, "person-1@example.org")));
    await refused("alternate_taken", () => change(organizer, form(row, { alternate: "on" }), at));
    await refused("already_registered", () =>
      change(organizer, form(row, { email: "Person-1@example.org" }), at),
    );
    await refused("no_address", () => change(organizer, form(own as Row, { email: "" }), at));
    expect(await rowOf(row.id)).toEqual(row);
    await change(organizer, form(alternate), at);
    await change(organizer, form(await rowOf(alternate.id), { alternate: "" }), at);
    await change(organizer, form(row, { alternate: "on", email: "Moved@Example.org " }), at);
    expect(await rowOf(row.id)).toMatchObject({
      state: "approved",
      alternate: true,
      email: "moved@example.org",
    });
    expect((await deedsOf(row.id)).at(-1)?.details).toEqual({ changed: ["email", "alternate"] });
    const [mail] = await mailsTo("moved@example.org");
    expect(mail).toMatchObject({ template: "participation-approved", aboutId: row.id });
    expect(changeInput.safeParse({ ...said(row), class: "head", alternate: "on" }).success).toBe(false);
  });

  it("asks for room in another class, leaves one head to the database, and draws on the pool of the new class", async () => {
    const row = await submitted(delegation);
    for (let n = 0; n < 3; n++) await nominated(delegation, { class: "adviser" });
    await refused("quota_full", () => change(delegation.focal, said(row, { class: "adviser" }), at));
    await refused("head_taken", () => change(delegation.focal, said(row, { class: "head" }), at));
    await change(delegation.focal, said(row, { class: "press" }), at);
    expect(await rowOf(row.id)).toMatchObject({ class: "press", pool: "press" });
  });

  it("refuses a stale change with what was saved, and nothing else of the row", async () => {
    const row = await nominated(delegation);
    await change(delegation.focal, said(row, { name: "Theirs" }), at);
    const stale = await refused("stale", () => change(delegation.focal, said(row, { name: "Mine" }), at));
    expect(stale.attached).toMatchObject({ theirs: { name: "Theirs", revision: 2 } });
    const { theirs } = stale.attached as { theirs: object };
    expect(Object.keys(theirs)).not.toContain("tags");
    expect(Object.keys(theirs)).not.toContain("overrideReason");
  });

  it("moves the personal link with the address: the earlier ones stop, a fresh one goes out", async () => {
    const row = await submitted(delegation, { email: "old@example.org" });
    const linksOf = async () =>
      (
        await db().select().from(participationLinks).where(eq(participationLinks.participationId, row.id))
      ).map(({ hash }) => hash);
    const before = await linksOf();
    expect(before).toHaveLength(1);
    await change(delegation.focal, said(row, { email: "new@example.org" }), at);
    const after = await linksOf();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect((await mailsTo("new@example.org")).map((mail) => mail.template)).toEqual([
      "participation-nominated",
    ]);
    const second = await nominated(delegation);
    await refused("already_registered", () =>
      change(delegation.focal, said(second, { email: "new@example.org" }), at),
    );
  });

  it("never takes somebody to another organisation: the secretariat does, and the delegation goes along", async () => {
    const other = await makeDelegation(event.id);
    const row = await nominated(delegation);
    const moved = said(row, { organisationId: other.organisationId, organisationName: "" });
    await change(delegation.focal, moved, at);
    expect((await rowOf(row.id)).organisationId).toBe(delegation.organisationId);
    await change(organizer, { ...moved, revision: 2 }, at);
    expect(await rowOf(row.id)).toMatchObject({
      organisationId: other.organisationId,
      delegationId: other.id,
    });
    await refused("not_found", () => change(delegation.focal, said({ ...row, revision: 3 }), at));
    await change(other.focal, said({ ...row, revision: 3 }, { name: "Ours now" }), at);
  });

  it("ends with the deadline for the delegation; a participant mends their own details, and no more, until the end", async () => {
    const row = await approved();
    await change(delegation.focal, said(row, { functionalTitle: "In grace" }), inGrace);
    const now = await rowOf(row.id);
    await refused("nomination_over", () =>
      change(delegation.focal, said(now, { functionalTitle: "Late" }), tooLate),
    );
    const wish = said(now, {
      functionalTitle: "Director",
      accessNeeds: "Ramp",
      class: "head",
      level: "head_of_state",
      email: "other@example.org",
      organisationId: null,
      organisationName: "Elsewhere",
      listed: true,
    });
    await change(holderOf(row), wish, tooLate);
    const after = await rowOf(row.id);
    expect(after).toMatchObject({ functionalTitle: "Director", accessNeeds: "Ramp", state: "approved" });
    expect(after.listingConsentedAt).toEqual(tooLate);
    expect(after).toMatchObject({
      class: now.class,
      level: now.level,
      email: now.email,
      organisationId: now.organisationId,
      organisationName: "",
    });
  });

  it("is not there for another delegation, and refused to the rest", async () => {
    const other = await makeDelegation(event.id);
    const row = await nominated(delegation);
    await refused("not_found", () => change(other.focal, said(row, { name: "Ours" }), at));
    for (const actor of [editor, door, stranger])
      await refused("not_allowed", () => change(actor, said(row), at));
    const another = await submitted(delegation);
    await refused("not_allowed", () => change(holderOf(another), said(row), at));
  });
});

describe("withdrawing one of a delegation", () => {
  it("tells nobody of a nomination that was not submitted, and frees the seat of one that was approved", async () => {
    const draft = await nominated(delegation, { email: "draft@example.org" });
    await withdraw(delegation.focal, step(draft, "Ill"), at);
    expect(await rowOf(draft.id)).toMatchObject({ state: "withdrawn", stateReason: "Ill" });
    expect(await mailsTo("draft@example.org")).toEqual([]);
    const row = await approved({ email: "seat@example.org" });
    await withdraw(delegation.focal, step(row), inGrace);
    expect(await rowOf(row.id)).toMatchObject({ state: "withdrawn", seatPool: null });
    expect((await mailsTo("seat@example.org"))[0]?.attachments[0]?.content).toContain("METHOD:CANCEL");
  });

  it("ends with the deadline for the delegation, not for the participant, and never reaches another's people", async () => {
    const other = await makeDelegation(event.id);
    const row = await approved();
    await refused("not_found", () => withdraw(other.focal, step(row), at));
    await refused("nomination_over", () => withdraw(delegation.focal, step(row), tooLate));
    await withdraw(holderOf(row), step(row), tooLate);
    expect((await rowOf(row.id)).state).toBe("withdrawn");
  });
});

describe("replacing", () => {
  const successor = (row: Pick<Row, "id" | "revision">, facts: Partial<ReplaceInput> = {}): ReplaceInput => ({
    id: row.id,
    revision: row.revision,
    name: "Zoë van der Merwe",
    courtesyTitle: "Dr",
    familyName: "van der Merwe",
    functionalTitle: "Counsellor",
    email: `next-${row.id.slice(0, 8)}@example.org`,
    level: "senior_official",
    locale: "en",
    accessNeeds: "",
    dietaryNeeds: "",
    reason: "Called away",
    ...facts,
  });

  it("keeps class, pool, seat and place; the new name is reviewed, and both are told", async () => {
    await db()
      .insert(memberships)
      .values({ organisationId: delegation.organisationId, joinedOn: "2026-01-01", publicFrom: at });
    const row = await approved({ class: "adviser", alternate: true, email: "gone@example.org" });
    const { id, state } = await replace(delegation.focal, successor(row), at);
    expect(state).toBe("submitted");
    const next = await rowOf(id);
    expect(next).toMatchObject({
      name: "Zoë van der Merwe",
      class: "adviser",
      alternate: true,
      pool: "members",
      seatPool: "open",
      arrival: row.arrival,
      replacesId: row.id,
      delegationId: delegation.id,
      organisationId: delegation.organisationId,
      source: "nomination",
      revision: 1,
    });
    expect(await rowOf(row.id)).toMatchObject({
      state: "replaced",
      seatPool: null,
      stateReason: "Called away",
    });
    const [goodbye] = await mailsTo("gone@example.org");
    expect(goodbye?.template).toBe("participation-replaced");
    expect(goodbye?.attachments[0]?.content).toContain("METHOD:CANCEL");
    expect((await mailsTo(next.email)).map((mail) => mail.template)).toEqual(["participation-nominated"]);
    expect((await deedsOf(row.id)).at(-1)).toEqual({
      action: "participation.replace",
      reason: "Called away",
      details: { from: "approved", to: "replaced" },
    });
    expect((await deedsOf(id)).at(-1)?.details).toEqual({ to: "submitted" });
    await approve(organizer, step(next), at);
    expect(await rowOf(id)).toMatchObject({ state: "approved", seatPool: "open" });
  });

  it("leaves the seat to the successor, also where nobody else would get one", async () => {
    await db().transaction(async (tx) => {
      await tx.update(events).set({ capacity: 1 }).where(eq(events.id, event.id));
      const { eventPools } = await import("@/db/schema/pools");
      await tx.update(eventPools).set({ seats: 1 }).where(eq(eventPools.eventId, event.id));
    });
    const row = await approved();
    const waiting = await submitted(delegation);
    await waitlist(organizer, step(waiting), at);
    const { id } = await replace(delegation.focal, successor(row), at);
    expect((await rowOf(waiting.id)).state).toBe("waitlisted");
    expect((await rowOf(id)).seatPool).toBe("open");
  });

  it.each([
    ["nominated", "nominated", "nominated"],
    ["submitted", "submitted", "submitted"],
    ["approved", "submitted", "approved"],
    ["waitlisted", "submitted", "waitlisted"],
    ["on_hold", "submitted", "submitted"],
  ] as const)(
    "of somebody %s: the delegation leaves %s, the secretariat %s",
    async (from, byDelegation, byOrganizer) => {
      const make = async () => {
        if (from === "nominated") return nominated(delegation);
        const row = await submitted(delegation);
        if (from === "approved") await approve(organizer, step(row), at);
        if (from === "waitlisted")
          await db().update(participations).set({ state: "waitlisted" }).where(eq(participations.id, row.id));
        if (from === "on_hold") await hold(organizer, step(row, "A question"), at);
        return rowOf(row.id);
      };
      expect((await replace(delegation.focal, successor(await make()), at)).state).toBe(byDelegation);
      expect((await replace(organizer, successor(await make()), at)).state).toBe(byOrganizer);
    },
  );

  it("tells nobody where the nomination was not submitted, and the focal points where there is no address", async () => {
    const draft = await nominated(delegation, { email: "draft2@example.org" });
    const { id } = await replace(delegation.focal, successor(draft), at);
    expect(await mailsTo("draft2@example.org")).toEqual([]);
    expect(await mailsTo((await rowOf(id)).email)).toEqual([]);
    const principal = await approved({ email: null });
    const before = (await mailsTo(delegation.focal.email)).length;
    await replace(organizer, successor(principal, { email: null }), at);
    const after = (await mailsTo(delegation.focal.email)).map((mail) => mail.template);
    expect(after.slice(0, after.length - before).toSorted()).toEqual([
      "participation-approved",
      "participation-replaced",
    ]);
  });

  it("keeps the seat of an offer that is open, and asks for a decision on the successor", async () => {
    const row = await submitted(delegation);
    await db()
      .update(participations)
      .set({ state: "waitlisted", seatPool: "open", offerExpiresAt: inGrace })
      .where(eq(participations.id, row.id));
    const { id } = await replace(organizer, successor(row), at);
    expect(await rowOf(id)).toMatchObject({ state: "submitted", seatPool: "open", offerExpiresAt: null });
    expect(await rowOf(row.id)).toMatchObject({ state: "replaced", seatPool: null, offerExpiresAt: null });
  });

  it("hands over the roles in the agenda of this event, and leaves those at another", async () => {
    const row = await approved();
    const [person] = await db()
      .insert(people)
      .values({ name: row.name, sortName: row.name, namingConsentedAt: at })
      .returning({ id: people.id });
    const personId = person?.id ?? "";
    await db().update(participations).set({ personId }).where(eq(participations.id, row.id));
    const itemOf = async (eventId: string) => {
      const values = {
        eventId,
        kind: "panel" as const,
        title: { en: "Panel" },
        startsAt: event.startsAt,
        endsAt: event.endsAt,
      };
      const [item] = await db().insert(agendaItems).values(values).returning({ id: agendaItems.id });
      await db()
        .insert(agendaItemPeople)
        .values({ itemId: item?.id ?? "", personId, role: "speaker" });
      return item?.id ?? "";
    };
    const [here, elsewhere] = [await itemOf(event.id), await itemOf((await makeEvent()).id)];
    const { id } = await replace(delegation.focal, successor(row), at);
    const next = await rowOf(id);
    const castOf = async (itemId: string) =>
      db()
        .select({
          name: people.name,
          sortName: people.sortName,
          consented: people.namingConsentedAt,
          id: people.id,
        })
        .from(agendaItemPeople)
        .innerJoin(people, eq(people.id, agendaItemPeople.personId))
        .where(and(eq(agendaItemPeople.itemId, itemId), eq(agendaItemPeople.role, "speaker")));
    expect(await castOf(here)).toEqual([
      {
        name: "Zoë van der Merwe",
        sortName: "van der Merwe Zoë van der Merwe",
        consented: null,
        id: next.personId,
      },
    ]);
    expect((await castOf(elsewhere))[0]?.id).toBe(personId);
  });

  it("replaces the head by a head, which the database lets stand once", async () => {
    const head = await nominated(delegation, { class: "head" });
    const { id } = await replace(delegation.focal, successor(head), at);
    expect((await rowOf(id)).class).toBe("head");
    const again = successor(head, { revision: 2 });
    await refused("not_from_this_state", () => replace(delegation.focal, again, at));
  });

  it("is refused when stale, late, over, cancelled, or with an address that is taken", async () => {
    const row = await nominated(delegation);
    const taken = await nominated(delegation);
    await refused("stale", () => replace(delegation.focal, successor(row, { revision: 5 }), at));
    await refused("already_registered", () =>
      replace(delegation.focal, successor(row, { email: taken.email }), at),
    );
    await refused("nomination_over", () => replace(delegation.focal, successor(row), tooLate));
    await refused("event_over", () => replace(organizer, successor(row), event.endsAt));
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    await refused("event_cancelled", () => replace(organizer, successor(row), at));
    expect((await rowOf(row.id)).state).toBe("nominated");
  });

  it("needs an address where somebody belongs to no delegation", async () => {
    const { event: _, website: __, ...person } = registration(event.slug, 3);
    const { id } = await add(organizer, { ...person, eventId: event.id, class: "observer" }, at);
    const row = await rowOf(id);
    await refused("no_address", () => replace(organizer, successor(row, { email: null }), at));
    expect(await replace(organizer, successor(row), at)).toMatchObject({ state: "approved" });
  });

  it("is not there for another delegation, and refused to the rest", async () => {
    const other = await makeDelegation(event.id);
    const row = await nominated(delegation);
    await refused("not_found", () => replace(other.focal, successor(row), at));
    await refused("not_found", () => replace(focalPoint, successor(row), at));
    await refused("not_found", () =>
      replace(organizer, successor({ id: crypto.randomUUID(), revision: 1 }), at),
    );
    for (const actor of [editor, door, stranger, holderOf(row)])
      await refused("not_allowed", () => replace(actor, successor(row), at));
  });
});

describe("a registration of one's own", () => {
  it("is no delegation's, even of the organisation it names", async () => {
    const organisation = await makeOrganisation();
    const { id } = await nominated(delegation);
    await db()
      .update(participations)
      .set({ delegationId: null, organisationId: organisation.id })
      .where(eq(participations.id, id));
    const focal = { ...delegation.focal, organisationId: organisation.id };
    await refused("not_allowed", async () => change(focal, said(await rowOf(id)), at));
    await refused("not_allowed", async () => withdraw(focal, step(await rowOf(id)), at));
  });
});

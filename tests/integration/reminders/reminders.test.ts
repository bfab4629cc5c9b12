import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { reminders } from "@/db/schema/mailings";
import { add } from "@/domain/reminders/add";
import { edit } from "@/domain/reminders/edit";
import type { ReminderInput } from "@/domain/reminders/input";
import { listReminders, reminderForOrganizer } from "@/domain/reminders/queries";
import { remove } from "@/domain/reminders/remove";
import { sendReminders } from "@/domain/reminders/send";
import { hashOf } from "@/lib/tokens";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { mailsOf, makeDelegation, makeParticipation } from "../mailings/fixture";

const house = { kind: "system" as const, name: "test" };
const hours = (n: number, from = at) => new Date(from.getTime() + n * 3_600_000);

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  // Nothing of an earlier test is due in this one.
  await db().update(reminders).set({ removedAt: at });
  event = await makeEvent({ startsAt: hours(48), endsAt: hours(72), nominationClosesAt: hours(30) });
  await makeParticipation(event, { name: "Anna", locale: "sv" });
  await makeParticipation(event, { name: "Bo" });
  await makeParticipation(event, { name: "Cia", state: "waitlisted" });
});

/** The day before the event begins, to those who come. */
const input = (more: Partial<ReminderInput> = {}): ReminderInput => ({
  eventId: event.id,
  anchor: "starts",
  offsetMinutes: -1_440,
  audience: "approved",
  subject: { en: "Tomorrow: {event}", sv: "I morgon: {event}" },
  body: { en: "Dear {name},\n\n{when}", sv: "Hej {name}!\n\n{when}" },
  ...more,
});
const read = async (id: string) => (await db().select().from(reminders).where(eq(reminders.id, id)))[0];
const addressees = async () => (await mailsOf(event.id)).map((mail) => mail.toName);

describe("a reminder", () => {
  it("leaves when its moment comes, once, in each recipient's language", async () => {
    const { id } = await add(organizer, input(), at);
    expect(await sendReminders(house, hours(23))).toBe(0);
    expect(await sendReminders(house, hours(24))).toBe(2);
    const [anna, bo] = await mailsOf(event.id, "queued");
    expect(anna).toMatchObject({ subject: "I morgon: Testtoppmöte", locale: "sv", template: "reminder" });
    expect(bo?.text).toContain("Dear Bo,");
    expect(bo?.secrets?.link).toContain("/en/registration/");
    expect(await read(id)).toMatchObject({ sentAt: hours(24), sentTo: 2 });
    expect(await sendReminders(house, hours(25))).toBe(0);
    expect(await mailsOf(event.id)).toHaveLength(2);
    const deeds = await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id);
    expect(deeds.map((deed) => deed.action)).toEqual(["reminder.edit", "reminder.send"]);
  });

  it("leaves exactly once though several workers want it", async () => {
    await add(organizer, input(), at);
    await add(organizer, input({ audience: "waitlisted" }), at);
    const written = await Promise.all([1, 2, 3, 4].map(() => sendReminders(house, hours(24))));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await addressees()).toEqual(["Anna", "Bo", "Cia"]);
  });

  it("is caught up with after a day's silence, and not after that", async () => {
    const { id } = await add(organizer, input(), at);
    expect(await sendReminders(house, hours(49))).toBe(0);
    expect((await read(id))?.sentAt).toBeNull();
    expect(await sendReminders(house, hours(47))).toBe(2);
    expect((await read(id))?.sentAt).toEqual(hours(24));
  });

  it("moves with the event, and is not sent again when it moves afterwards", async () => {
    const { id } = await add(organizer, input(), at);
    await db()
      .update(events)
      .set({ startsAt: hours(96), endsAt: hours(120) })
      .where(eq(events.id, event.id));
    expect(await sendReminders(house, hours(24))).toBe(0);
    expect(await sendReminders(house, hours(72))).toBe(2);
    expect((await read(id))?.sentAt).toEqual(hours(72));
    await db()
      .update(events)
      .set({ startsAt: hours(200), endsAt: hours(220) })
      .where(eq(events.id, event.id));
    expect(await sendReminders(house, hours(176))).toBe(0);
  });

  it("rests while the event is not announced or is cancelled, and where the date is not set", async () => {
    await add(organizer, input(), at);
    await add(organizer, input({ anchor: "registration_closes" }), at);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(await sendReminders(house, hours(24))).toBe(0);
    await db()
      .update(events)
      .set({ announcedAt: at, cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    expect(await sendReminders(house, hours(24))).toBe(0);
    expect(await mailsOf(event.id)).toEqual([]);
  });

  it("that fails does not keep the others", async () => {
    await add(organizer, input(), at);
    await add(organizer, input({ audience: "waitlisted" }), at);
    const broken = await makeEvent({ startsAt: hours(48), endsAt: hours(72) });
    await makeParticipation(broken, { name: "Dora" });
    const { id } = await add(organizer, input({ eventId: broken.id }), at);
    await db()
      .update(reminders)
      .set({ createdAt: hours(-1) })
      .where(eq(reminders.id, id));
    await db().update(events).set({ zone: "Nowhere/Nothing" }).where(eq(events.id, broken.id));
    await expect(sendReminders(house, hours(24))).rejects.toThrow("some reminders could not be sent");
    expect(await addressees()).toEqual(["Anna", "Bo", "Cia"]);
    expect((await read(id))?.sentAt).toBeNull();
    expect(await mailsOf(broken.id)).toEqual([]);
  });

  it("tells the focal points of the deadline of their own delegation", async () => {
    const organisation = await makeOrganisation("Alpha Works");
    await makeDelegation(event, organisation.id, "Focal Point", "en");
    const words = { subject: { en: "Nominate" }, body: { en: "{organisation} until {until}" } };
    const nominate = { anchor: "nomination_deadline" as const, offsetMinutes: -60, ...words };
    await add(organizer, input({ ...nominate, audience: "focal_points" }), at);
    expect(await sendReminders(house, hours(29))).toBe(1);
    const [mail] = await mailsOf(event.id);
    expect(mail?.text).toContain("Alpha Works until 3 March 2026, 16:00");
    expect(mail?.text).toContain("/en/desk");
  });

  it("asks those who have not answered their invitation, with a fresh link, and nobody else", async () => {
    const invite = (name: string, more: Partial<typeof invitations.$inferInsert> = {}) =>
      db()
        .insert(invitations)
        .values({
          eventId: event.id,
          name,
          email: `${name.toLowerCase()}@example.org`,
          locale: "sv",
          tokenHash: hashOf(`${event.id}${name}`),
          expiresAt: hours(47),
          createdAt: at,
          ...more,
        })
        .returning();
    const [open] = await invite("Open");
    await invite("Declined", { declinedAt: at });
    await invite("Accepted", { acceptedAt: at });
    await invite("Revoked", { revokedAt: at });
    await invite("Expired", { expiresAt: hours(1) });
    await add(organizer, input({ audience: "not_answered", body: { sv: "Svara senast {until}" } }), at);
    expect(await sendReminders(house, hours(24))).toBe(1);
    const [mail] = await mailsOf(event.id);
    expect(mail).toMatchObject({ toName: "Open", aboutKind: "invitation", aboutId: open?.id });
    const token = mail?.secrets?.link?.split("/").at(-1) ?? "";
    const [after] = await db()
      .select()
      .from(invitations)
      .where(eq(invitations.id, open?.id ?? ""));
    expect(after).toMatchObject({ tokenHash: hashOf(token), reminders: 1, remindedAt: hours(24) });
  });

  it("is sent by the house alone", async () => {
    await refused("not_allowed", () => sendReminders(organizer, at));
  });
});

describe("planning", () => {
  it("changes and takes away what has not been sent", async () => {
    const { id } = await add(organizer, input(), at);
    const { eventId: _, ...words } = input({ offsetMinutes: -120 });
    expect(await edit(organizer, { id, revision: 1, ...words }, at)).toMatchObject({ revision: 2 });
    const stale = await refused("stale", () => edit(organizer, { id, revision: 1, ...words }, at));
    expect(stale.attached).toMatchObject({
      theirs: { revision: 2, amount: 2, unit: "hours", side: "before" },
    });
    await refused("stale", () => remove(organizer, { id, revision: 1 }, at));
    await remove(organizer, { id, revision: 2 }, at);
    expect(await listReminders(organizer, event.id)).toEqual([]);
    await refused("not_found", () => edit(organizer, { id, revision: 3, ...words }, at));
    await refused("not_found", () => reminderForOrganizer(organizer, event.id, id));
    expect(await sendReminders(house, hours(47))).toBe(0);
    // Taken away, it may be planned again.
    await add(organizer, input(), at);
  });

  it("is refused for a moment that has passed, twice the same, what cannot be filled in, and once sent", async () => {
    await refused("reminder_in_the_past", () => add(organizer, input({ offsetMinutes: -48 * 60 }), at));
    const { id } = await add(organizer, input(), at);
    await refused("reminder_known", () => add(organizer, input(), at));
    const other = await add(organizer, input({ offsetMinutes: -60 }), at);
    const { eventId: _, ...same } = input();
    await refused("reminder_known", () => edit(organizer, { id: other.id, revision: 1, ...same }, at));
    await refused("unknown_placeholder", () => add(organizer, input({ body: { en: "{place}" } }), at));
    await sendReminders(house, hours(24));
    await refused("reminder_sent", () => edit(organizer, { id, revision: 1, ...same }, hours(25)));
    await refused("reminder_sent", () => remove(organizer, { id, revision: 1 }, hours(25)));
  });

  it("is the organizers' alone", async () => {
    const { id } = await add(organizer, input(), at);
    const { eventId: _, ...words } = input();
    for (const actor of [editor, door, user("protocol"), focalPoint, stranger]) {
      await refused("not_allowed", () => add(actor, input({ offsetMinutes: -30 }), at));
      await refused("not_allowed", () => edit(actor, { id, revision: 1, ...words }, at));
      await refused("not_allowed", () => remove(actor, { id, revision: 1 }, at));
      await refused("not_allowed", () => listReminders(actor, event.id));
    }
  });
});

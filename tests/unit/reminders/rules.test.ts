import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reminderAnchors } from "@/db/enums";
import { editReminderInput, reminderInput } from "@/domain/reminders/input";
import {
  addressedBy,
  byMoment,
  dueAt,
  fromMinutes,
  lateMinutes,
  type Preset,
  presets,
  reminderState,
  toMinutes,
} from "@/domain/reminders/rules";
import { problemsOf } from "@/domain/templates/rules";
import { messages } from "@/lib/i18n/messages";

const event = {
  startsAt: new Date("2026-06-10T07:00:00Z"),
  endsAt: new Date("2026-06-11T15:00:00Z"),
  registrationClosesAt: null,
  nominationClosesAt: new Date("2026-05-27T07:00:00Z"),
  announcedAt: new Date("2026-01-01T00:00:00Z"),
  cancelledAt: null,
};
const reminder = { anchor: "starts" as const, offsetMinutes: -1_440, sentAt: null };
const later = (minutes: number) => new Date(Date.UTC(2026, 5, 9, 7) + minutes * 60_000);

describe("a reminder", () => {
  it("is due so long before or after a date of the event, and moves with it", () => {
    expect(dueAt(reminder, event)).toEqual(later(0));
    const moved = { ...event, startsAt: new Date("2026-06-12T07:00:00Z") };
    expect(dueAt(reminder, moved)).toEqual(new Date("2026-06-11T07:00:00Z"));
    expect(dueAt({ anchor: "registration_closes", offsetMinutes: 0 }, event)).toBeNull();
    expect(dueAt({ anchor: "ends", offsetMinutes: 60 }, event)).toEqual(new Date("2026-06-11T16:00:00Z"));
  });

  it("is caught up with for a day, and missed after that", () => {
    expect(reminderState(reminder, event, later(-1))).toBe("planned");
    expect(reminderState(reminder, event, later(0))).toBe("due");
    expect(reminderState(reminder, event, later(lateMinutes))).toBe("due");
    expect(reminderState(reminder, event, later(lateMinutes + 1))).toBe("missed");
    expect(reminderState({ ...reminder, sentAt: later(0) }, event, later(9_999))).toBe("sent");
    expect(reminderState({ ...reminder, anchor: "registration_closes" }, event, later(0))).toBe("no_date");
    expect(reminderState(reminder, { ...event, announcedAt: null }, later(0))).toBe("resting");
    expect(reminderState(reminder, { ...event, cancelledAt: later(0) }, later(0))).toBe("resting");
  });

  it("stands in the order of its moment, without one last", () => {
    const rows = [
      { ...reminder, anchor: "registration_closes" as const, audience: "approved" as const },
      { ...reminder, offsetMinutes: 0, audience: "approved" as const },
      { ...reminder, audience: "approved" as const },
    ];
    expect(byMoment(rows, event, later(-1)).map((row) => row.due)).toEqual([later(0), event.startsAt, null]);
  });

  it("is written in any unit and read in the largest whole one", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (minutes) => {
        const { amount, unit, side } = fromMinutes(minutes);
        expect(toMinutes(amount, unit, side)).toBe(minutes);
      }),
    );
    expect(fromMinutes(-10_080)).toEqual({ amount: 7, unit: "days", side: "before" });
    expect(fromMinutes(90)).toEqual({ amount: 90, unit: "minutes", side: "after" });
    expect(fromMinutes(0).amount).toBe(0);
  });

  it("that is ready-made has words its readers can be told", () => {
    for (const [name, preset] of Object.entries(presets)) {
      expect(reminderAnchors).toContain(preset.anchor);
      const said = (locale: "en" | "sv") => messages[locale].mailing.reminders.preset[name as Preset];
      const words = {
        subject: { en: said("en").subject, sv: said("sv").subject },
        body: { en: said("en").body, sv: said("sv").body },
      };
      expect(problemsOf(addressedBy(preset.audience), words), name).toEqual([]);
    }
  });

  it("is read from a form: a whole number, a unit, at most a year away", () => {
    const sent = {
      eventId: "6f1f2a34-0000-4000-8000-000000000000",
      anchor: "starts",
      amount: "7",
      unit: "days",
      side: "before",
      audience: "approved",
      subject: { en: "A" },
      body: { en: "B" },
    };
    expect(reminderInput.parse(sent)).toMatchObject({ offsetMinutes: -10_080 });
    expect(reminderInput.parse(sent)).not.toHaveProperty("amount");
    for (const wrong of [
      { amount: "x" },
      { amount: "-1" },
      { amount: "1.5" },
      { amount: "400" },
      { body: {} },
    ])
      expect(reminderInput.safeParse({ ...sent, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    expect(editReminderInput.safeParse({ ...sent, id: sent.eventId, revision: 1 }).success).toBe(true);
  });
});

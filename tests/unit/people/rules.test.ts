import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appointmentInput, personInput } from "@/domain/people/input";
import {
  type Appointment,
  appointmentsOverlap,
  heldOn,
  holdsOn,
  mayBeNamed,
  sortNameOf,
  titleOn,
} from "@/domain/people/rules";
import { addDays } from "@/lib/time";

const held = (fromOn: string, toOn: string | null, title = "Minister") => ({
  fromOn,
  fromPrecision: "day" as const,
  toOn,
  title: { en: title },
});

describe("an office", () => {
  const [before, after] = [held("2021-11-30", "2022-10-18", "Before"), held("2022-10-18", null, "After")];

  test("is the successor's on the day it is handed over", () => {
    expect(holdsOn(before, "2022-10-17")).toBe(true);
    expect(holdsOn(before, "2022-10-18")).toBe(false);
    expect(titleOn([before, after], "2022-10-18")).toEqual({ en: "After" });
  });

  test("gives no title on a day before it was entered, also where it is to come", () => {
    expect(titleOn([after], "2022-10-17")).toBeUndefined();
    expect(heldOn([before, after], "2020-01-01")).toEqual([]);
  });

  test("held by one person twice overlaps exactly where some day belongs to both", () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays("2015-01-01", n));
    const one: fc.Arbitrary<Appointment> = fc
      .tuple(days, fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }))
      .map(([from, length]) => held(from, length === null ? null : addDays(from, length)));
    fc.assert(
      fc.property(one, one, (a, b) => {
        const shared = [a.fromOn, b.fromOn].some((day) => holdsOn(a, day) && holdsOn(b, day));
        expect(appointmentsOverlap(a, b)).toBe(shared);
      }),
    );
  });
});

test("a person is named with consent or while in office", () => {
  const office = [held("2022-10-18", "2024-01-01")];
  expect(mayBeNamed({ namingConsentedAt: null }, office, "2023-01-01")).toBe(true);
  expect(mayBeNamed({ namingConsentedAt: null }, office, "2024-01-01")).toBe(false);
  expect(mayBeNamed({ namingConsentedAt: new Date(0) }, [], "2024-01-01")).toBe(true);
});

test("the name stays as given; the name to sort by is guessed only where none is given", () => {
  expect(personInput.parse({ name: "Kirti Vardhan Singh", email: "" })).toMatchObject({
    name: "Kirti Vardhan Singh",
    sortName: "Singh Kirti Vardhan",
    email: null,
    consented: false,
  });
  expect(personInput.parse({ name: "Ngozi A", sortName: "Ngozi" }).sortName).toBe("Ngozi");
  expect(sortNameOf("Plato")).toBe("Plato");
});

test("an appointment may lie in the future, but cannot end before it begins", () => {
  const id = "0190a000-0000-7000-8000-000000000001";
  const sent = { personId: id, officeId: id, fromOn: "2031-01-01", fromPrecision: "day" };
  expect(appointmentInput.parse(sent)).toMatchObject({ toOn: null });
  expect(appointmentInput.safeParse({ ...sent, toOn: "2031-01-01" }).success).toBe(false);
  expect(appointmentInput.safeParse({ ...sent, officeId: "1" }).success).toBe(false);
});

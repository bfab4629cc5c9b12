import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { appointments } from "@/db/schema/people";
import { appoint, appointmentConstraints } from "@/domain/people/appoint";
import { createOffice } from "@/domain/people/create-office";
import { createPerson } from "@/domain/people/create-person";
import { editAppointment } from "@/domain/people/edit-appointment";
import { editOffice } from "@/domain/people/edit-office";
import {
  appointmentInput,
  editAppointmentInput,
  editOfficeInput,
  officeInput,
  personInput,
} from "@/domain/people/input";
import { officeForOrganizer, publicOfficesOf } from "@/domain/people/queries";
import { appointmentsOverlap } from "@/domain/people/rules";
import { refusing } from "@/lib/refusal";
import { refused } from "../../support/refused";
import { aCompany, as, deedsOf } from "../members/fixture";

const at = new Date("2026-06-01T09:00:00Z");
const editor = as("editor");

let [officeId, organisationId] = ["", ""];
beforeEach(async () => {
  organisationId = (await aCompany()).id;
  officeId = await anOffice(true);
});

const anOffice = async (oneHolder: boolean) =>
  (
    await createOffice(
      editor,
      officeInput.parse({
        title: { en: `Prime Minister ${crypto.randomUUID()}`, sv: "statsminister" },
        organisationId,
        oneHolder: oneHolder ? "on" : "",
      }),
      at,
    )
  ).id;
const somebody = async () =>
  (await createPerson(editor, personInput.parse({ name: `Ada ${crypto.randomUUID()}` }), at)).id;
const held = async (fromOn: string, toOn = "", succeeds = false) =>
  appointmentInput.parse({
    personId: await somebody(),
    officeId,
    fromOn,
    fromPrecision: "day",
    toOn,
    succeeds: succeeds ? "on" : "",
  });
const terms = async (id = officeId) =>
  (await officeForOrganizer(editor, id)).held.map((one) => [one.fromOn, one.toOn]).toReversed();

/** The thirteen ways in which one stretch of days can lie to another (Allen), that one being 10–20 March. */
const allen: [relation: string, from: string, to: string, free: boolean][] = [
  ["before", "2026-03-01", "2026-03-05", true],
  ["meets", "2026-03-01", "2026-03-10", true],
  ["overlaps", "2026-03-01", "2026-03-15", false],
  ["starts", "2026-03-10", "2026-03-15", false],
  ["during", "2026-03-12", "2026-03-15", false],
  ["finishes", "2026-03-15", "2026-03-20", false],
  ["equals", "2026-03-10", "2026-03-20", false],
  ["finished by", "2026-03-05", "2026-03-20", false],
  ["contains", "2026-03-05", "2026-03-25", false],
  ["started by", "2026-03-10", "2026-03-25", false],
  ["overlapped by", "2026-03-15", "2026-03-25", false],
  ["met by", "2026-03-20", "2026-03-25", true],
  ["after", "2026-03-22", "2026-03-25", true],
];

describe("an office of one holder", () => {
  test.each(allen)("held %s the term of another (%s to %s) is free: %s", async (_, fromOn, toOn, free) => {
    await appoint(editor, await held("2026-03-10", "2026-03-20"), at);
    expect(appointmentsOverlap({ fromOn: "2026-03-10", toOn: "2026-03-20" }, { fromOn, toOn })).toBe(!free);
    const other = await held(fromOn, toOn);
    if (free) await appoint(editor, other, at);
    else await refused("office_held", () => appoint(editor, other, at));
    expect(await terms()).toHaveLength(free ? 2 : 1);
    // The database says the same of a row that no verb looked at.
    const { succeeds: _s, ...row } = await held(fromOn, toOn);
    await db().delete(appointments).where(eq(appointments.personId, other.personId));
    const write = () =>
      db()
        .insert(appointments)
        .values({ ...row, oneHolder: true });
    if (free) await write();
    else
      await expect(refusing(appointmentConstraints, write)).rejects.toMatchObject({ code: "office_taken" });
  });

  test("is the successor's from the day on, in one step; dates to come are allowed", async () => {
    const { id } = await appoint(editor, await held("2021-11-30"), at);
    const next = await held("2030-01-01", "", true);
    await refused("office_held", () => appoint(editor, { ...next, succeeds: false }, at));
    await appoint(editor, next, at);
    expect(await terms()).toEqual([
      ["2021-11-30", "2030-01-01"],
      ["2030-01-01", null],
    ]);
    expect((await deedsOf(id)).at(-1)).toMatchObject({
      action: "appointment.edit",
      details: { changed: ["toOn"] },
    });
    expect(await publicOfficesOf(organisationId, "2029-12-31")).toHaveLength(1);
    const [now] = await publicOfficesOf(organisationId, "2030-01-01");
    expect(now?.fromOn).toBe("2030-01-01");
  });

  test("has no successor before its holder, on the day the holder began, or where another one follows", async () => {
    await appoint(editor, await held("2021-01-01", "2022-01-01"), at);
    await appoint(editor, await held("2022-01-01"), at);
    for (const from of ["2021-01-01", "2021-06-01"]) {
      const successor = await held(from, "", true);
      await refused("office_held", () => appoint(editor, successor, at));
    }
    expect(await terms()).toEqual([
      ["2021-01-01", "2022-01-01"],
      ["2022-01-01", null],
    ]);
    await appoint(editor, await held("2021-06-01", "2022-01-01", true), at);
    expect(await terms()).toHaveLength(3);
  });

  test("is never given to two, also when six are appointed at the same moment", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => held(`2026-03-0${n + 1}`)));
    const answers = await Promise.allSettled(all.map((one) => appoint(editor, one, at)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["office_held"]));
  });

  test("keeps a change of dates out of another's term", async () => {
    await appoint(editor, await held("2022-01-01"), at);
    const { id } = await appoint(editor, await held("2020-01-01", "2022-01-01"), at);
    const change = (toOn: string) =>
      editAppointmentInput.parse({ id, revision: 1, fromOn: "2020-01-01", fromPrecision: "day", toOn });
    await refused("office_held", () => editAppointment(editor, change("2022-01-02"), at));
    await refused("office_held", () => editAppointment(editor, change(""), at));
    expect(await editAppointment(editor, change("2021-12-01"), at)).toEqual({ revision: 2 });
  });
});

test("several hold an office of which there are several, and it becomes one of one holder only once that is so", async () => {
  officeId = await anOffice(false);
  await appoint(editor, await held("2022-01-01"), at);
  const { id } = await appoint(editor, await held("2023-01-01"), at);
  const { title } = await officeForOrganizer(editor, officeId);
  const change = editOfficeInput.parse({
    id: officeId,
    revision: 1,
    title: { sv: "", ...title },
    organisationId,
    oneHolder: "on",
  });
  await refused("office_has_several", () => editOffice(editor, change, at));
  await db().delete(appointments).where(eq(appointments.id, id));
  expect(await editOffice(editor, change, at)).toEqual({ revision: 2 });
  expect(await officeForOrganizer(editor, officeId)).toMatchObject({ oneHolder: true });
  const another = await held("2024-01-01");
  await refused("office_held", () => appoint(editor, another, at));
});

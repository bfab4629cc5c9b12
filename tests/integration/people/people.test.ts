import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { appointments, offices, people } from "@/db/schema/people";
import { appoint } from "@/domain/people/appoint";
import { createOffice } from "@/domain/people/create-office";
import { createPerson } from "@/domain/people/create-person";
import { editAppointment } from "@/domain/people/edit-appointment";
import { editOffice } from "@/domain/people/edit-office";
import { editPerson } from "@/domain/people/edit-person";
import {
  appointmentInput,
  editAppointmentInput,
  editOfficeInput,
  editPersonInput,
  officeInput,
  personInput,
} from "@/domain/people/input";
import {
  listOffices,
  listPeople,
  officeForOrganizer,
  personForOrganizer,
  publicOfficesOf,
} from "@/domain/people/queries";
import { refusing } from "@/lib/refusal";
import { aCompany, as, deedsOf, written } from "../members/fixture";

const at = new Date("2026-06-01T09:00:00Z");
const editor = as("editor");
const rows = async () => [
  await db().select().from(people),
  await db().select().from(offices),
  await db().select().from(appointments),
];

async function refused(code: string, deed: () => Promise<unknown>) {
  const before = [await written(), await rows()];
  await expect(deed()).rejects.toMatchObject({ name: "Refusal", code });
  expect([await written(), await rows()]).toEqual(before);
}

const someone = (name = `Ada ${crypto.randomUUID()}`, rest: object = {}) =>
  personInput.parse({ name, ...rest });
const anOffice = (organisationId = "", en = "Chief Executive") =>
  officeInput.parse({ title: { en, sv: "vd" }, organisationId });

describe("people", () => {
  test("are entered and changed; consent keeps its moment until it is taken back", async () => {
    const { id } = await createPerson(editor, someone("Ada Holm", { consented: "on" }), at);
    const change = (revision: number, rest: object) =>
      editPersonInput.parse({ id, revision, name: "Ada Holm", ...rest });
    const later = new Date("2026-07-01T09:00:00Z");
    await editPerson(editor, change(1, { consented: "on", courtesyTitle: "Dr" }), later);
    expect(await personForOrganizer(editor, id)).toMatchObject({
      courtesyTitle: "Dr",
      sortName: "Holm Ada",
      namingConsentedAt: at,
      revision: 2,
    });
    await editPerson(editor, change(2, { courtesyTitle: "Dr" }), later);
    expect(await personForOrganizer(editor, id)).toMatchObject({ namingConsentedAt: null });
    expect(await deedsOf(id)).toMatchObject([
      { action: "person.create" },
      { action: "person.edit", details: { changed: ["courtesyTitle"] } },
      { action: "person.edit", details: { changed: ["namingConsentedAt"] } },
    ]);
    await refused("stale", () => editPerson(editor, change(2, { courtesyTitle: "Prof." }), later));
  });

  test("of a name that is known are refused, also when sent twice at once, unless they are said to be another", async () => {
    const twice = await Promise.allSettled(
      Array.from({ length: 5 }, () => createPerson(editor, someone("Sent Twice"), at)),
    );
    expect(twice.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    await refused("person_known", () => createPerson(editor, someone("Sent Twice"), at));
    await createPerson(editor, someone("Sent Twice", { namesake: "on" }), at);
  });

  test("are refused without the right, and where nobody is", async () => {
    const { id } = await createPerson(editor, someone(), at);
    const change = editPersonInput.parse({ id, revision: 1, name: "Eve" });
    for (const role of ["door", "focal_point"] as const) {
      await refused("not_allowed", () => createPerson(as(role), someone(), at));
      await refused("not_allowed", () => editPerson(as(role), change, at));
    }
    await refused("not_found", () => editPerson(editor, { ...change, id: crypto.randomUUID() }, at));
  });

  test("are found by name and by the title of an office", async () => {
    const { id: personId } = await createPerson(editor, someone("Zoë Unik"), at);
    const { id: officeId } = await createOffice(editor, anOffice("", "Keeper of 100% _keys_"), at);
    const dates = { fromOn: "2024-01-01", fromPrecision: "day" };
    await appoint(editor, appointmentInput.parse({ personId, officeId, ...dates }), at);
    const found = async (q: string) => (await listPeople(editor, { q, sort: "name", page: 1 })).rows;
    expect(await found("zoë")).toMatchObject([{ name: "Zoë Unik", held: [{ officeId }] }]);
    expect(await found("100% _k")).toHaveLength(1);
    expect(await found("100%x")).toHaveLength(0);
    const { rows } = await listOffices(editor, { q: "Keeper", page: 1 }, "2026-06-01");
    expect(rows).toMatchObject([{ holders: ["Zoë Unik"] }]);
    expect((await listOffices(editor, { q: "Keeper", page: 1 }, "2023-12-31")).rows).toMatchObject([
      { holders: [] },
    ]);
  });
});

describe("offices", () => {
  test("are entered and changed", async () => {
    const { id: organisationId } = await aCompany();
    const { id } = await createOffice(editor, anOffice(organisationId), at);
    const change = editOfficeInput.parse({ id, revision: 1, title: { en: "Chair", sv: "" }, organisationId });
    expect(await editOffice(editor, change, at)).toEqual({ revision: 2 });
    expect(await officeForOrganizer(editor, id)).toMatchObject({ title: { en: "Chair" }, organisationId });
    expect((await deedsOf(id)).at(-1)).toMatchObject({ details: { changed: ["title"] } });
    await refused("stale", () => editOffice(editor, { ...change, title: { en: "Head" } }, at));
  });

  test("are refused without the right, and for an organisation that is not there", async () => {
    await refused("not_allowed", () => createOffice(as("door"), anOffice(), at));
    await refused("no_such_organisation", () => createOffice(editor, anOffice(crypto.randomUUID()), at));
    const { id } = await createOffice(editor, anOffice(), at);
    await refused("office_known", () => createOffice(editor, anOffice(), at));
    const change = { id, revision: 1, title: { en: "Chair" }, organisationId: crypto.randomUUID() };
    await refused("no_such_organisation", () => editOffice(editor, change, at));
    await refused("not_allowed", () => editOffice(as("door"), change, at));
  });
});

describe("appointments", () => {
  let [personId, officeId, organisationId] = ["", "", ""];
  beforeEach(async () => {
    organisationId = (await aCompany()).id;
    personId = (await createPerson(editor, someone("Ada Holm", { namesake: "on" }), at)).id;
    officeId = (await createOffice(editor, anOffice(organisationId), at)).id;
  });
  const held = (fromOn: string, toOn = "") =>
    appointmentInput.parse({ personId, officeId, fromOn, fromPrecision: "day", toOn });

  test("name in public who is in office on the day, and nobody before or after", async () => {
    const { id } = await appoint(editor, held("2022-10-18", "2024-01-01"), at);
    await appoint(editor, held("2031-01-01"), at);
    const names = async (day: string) => (await publicOfficesOf(organisationId, day)).map((one) => one.name);
    expect(await names("2022-10-17")).toEqual([]);
    expect(await names("2022-10-18")).toEqual(["Ada Holm"]);
    expect(await names("2024-01-01")).toEqual([]);
    expect(await names("2031-01-01")).toEqual(["Ada Holm"]);
    expect(await deedsOf(id)).toMatchObject([{ action: "appointment.create" }]);
  });

  test("of one person to one office never overlap, also when entered at the same moment", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => appoint(editor, held(`2022-10-1${n}`), at)),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    await refused("appointment_overlaps", () => appoint(editor, held("2020-01-01"), at));
    await appoint(editor, held("2020-01-01", "2022-10-10"), at);
  });

  test("are changed on the revision they were seen at, and never into another", async () => {
    const { id } = await appoint(editor, held("2020-01-01", "2021-01-01"), at);
    await appoint(editor, held("2022-01-01"), at);
    const change = (revision: number, toOn: string) =>
      editAppointmentInput.parse({ id, revision, fromOn: "2020-01-01", fromPrecision: "by", toOn });
    expect(await editAppointment(editor, change(1, "2022-01-01"), at)).toEqual({ revision: 2 });
    expect((await deedsOf(id)).at(-1)).toMatchObject({
      action: "appointment.edit",
      details: { changed: ["fromPrecision", "toOn"] },
    });
    await refused("stale", () => editAppointment(editor, change(1, "2021-06-01"), at));
    await refused("appointment_overlaps", () => editAppointment(editor, change(2, "2022-01-02"), at));
    await refused("appointment_overlaps", () => editAppointment(editor, change(2, ""), at));
  });

  test("are refused without the right, and to an office or a person that is not there", async () => {
    const { id } = await appoint(editor, held("2020-01-01"), at);
    const change = editAppointmentInput.parse({
      id,
      revision: 1,
      fromOn: "2020-01-02",
      fromPrecision: "day",
    });
    await refused("not_allowed", () => appoint(as("door"), held("2021-01-01"), at));
    await refused("not_allowed", () => editAppointment(as("door"), change, at));
    await refused("no_such_office", () =>
      appoint(editor, { ...held("2020-01-01"), officeId: crypto.randomUUID() }, at),
    );
    await refused("not_found", () =>
      appoint(editor, { ...held("2020-01-01"), personId: crypto.randomUUID() }, at),
    );
    await refused("not_found", () => editAppointment(editor, { ...change, id: crypto.randomUUID() }, at));
  });

  test("are judged by the database last", async () => {
    const { appointmentConstraints } = await import("@/domain/people/appoint");
    const row = { personId, officeId, fromOn: "2020-01-01" };
    await db().insert(appointments).values(row);
    const again = () => db().insert(appointments).values(row);
    await expect(refusing(appointmentConstraints, again)).rejects.toMatchObject({
      code: "appointment_overlaps",
    });
    const backwards = () =>
      db()
        .insert(appointments)
        .values({ ...row, fromOn: "2021-01-01", toOn: "2020-06-01" });
    await expect(refusing(appointmentConstraints, backwards)).rejects.toMatchObject({
      code: "ends_before_start",
    });
    expect(await db().select().from(appointments).where(eq(appointments.personId, personId))).toHaveLength(1);
  });
});

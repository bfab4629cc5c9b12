import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { create } from "@/domain/members/create";
import { membershipInput } from "@/domain/members/input";
import { listOrganisations, organisationForOrganizer } from "@/domain/members/organizer-queries";
import { publicCounts, publicDirectory, publicMember } from "@/domain/members/queries";
import { withdraw } from "@/domain/members/withdraw";
import { aCompany, as, organizer } from "./fixture";

const known = new Date("2019-01-01T00:00:00Z");
const embargo = new Date("2026-09-01T07:00:00Z");
const before = new Date(embargo.getTime() - 1);
const ids: Record<string, string> = {};

/** Four companies: since the launch, gone and come back, under embargo until a moment, never a member. */
beforeAll(async () => {
  for (const name of ["Steady", "Returned", "Hidden", "Outside"]) ids[name] = (await aCompany(name)).id;
  const enter = (name: string, joinedOn: string, leftOn = "") =>
    create(
      organizer,
      membershipInput.parse({
        organisationId: ids[name],
        joinedOn,
        joinedPrecision: "day",
        leftOn,
        known: "on",
      }),
      known,
    );
  await enter("Steady", "2019-09-23");
  await enter("Returned", "2019-09-23", "2021-01-01");
  await enter("Returned", "2023-01-01");
  const hidden = await enter("Hidden", "2026-08-01");
  await db().update(memberships).set({ publicFrom: embargo }).where(eq(memberships.id, hidden.id));
});

const names = async (asOf: string, at: Date) =>
  (await publicDirectory(asOf, at)).members.map((member) => member.name.en);

describe("the public directory", () => {
  test.each([
    ["2019-09-22", 0],
    ["2019-09-23", 2],
    ["2020-12-31", 2],
    ["2021-01-01", 1],
    ["2022-12-31", 1],
    ["2023-01-01", 2],
    ["2026-08-31", 2],
  ])("on %s has %i companies before the embargo ends", async (day, companies) => {
    expect((await publicCounts(day, before)).company ?? 0).toBe(companies);
    const directory = await publicDirectory(day, before);
    expect(directory.counts.company ?? 0).toBe(companies);
    expect(directory.members).toHaveLength(companies);
  });

  test("knows the member under embargo from the instant on, and not a millisecond before", async () => {
    expect(await names("2026-09-01", before)).toEqual(["Returned", "Steady"]);
    expect(await names("2026-09-01", embargo)).toEqual(["Hidden", "Returned", "Steady"]);
    expect((await publicDirectory("2026-09-01", before)).growth.at(-1)?.day).toBe("2023-01-01");
    expect((await publicDirectory("2026-09-01", embargo)).growth.at(-1)?.day).toBe("2026-08-01");
    expect(await publicMember("hidden", before)).toBeUndefined();
    expect(await publicMember("hidden", embargo)).toMatchObject({ name: { en: "Hidden" } });
    const choices = async (at: Date) => (await publicOrganisationChoices(at)).map((choice) => choice.name.en);
    expect((await choices(before)).toSorted()).toEqual(["Returned", "Steady"]);
    expect(await choices(embargo)).toContain("Hidden");
  });

  test("gives an organisation that never was a member no page", async () => {
    expect(await publicMember("outside", embargo)).toBeUndefined();
  });

  test("shows a member's spells in order", async () => {
    const member = await publicMember("returned", before);
    expect(member?.spells.map((spell) => [spell.joinedOn, spell.leftOn])).toEqual([
      ["2019-09-23", "2021-01-01"],
      ["2023-01-01", null],
    ]);
  });

  test("forgets a spell that was withdrawn, from that moment on", async () => {
    const { id } = await aCompany("Mistaken");
    const spell = membershipInput.parse({
      organisationId: id,
      joinedOn: "2020-01-01",
      joinedPrecision: "day",
      known: "on",
    });
    const { id: spellId } = await create(organizer, spell, known);
    expect(await publicMember("mistaken", before)).toBeDefined();
    await withdraw(organizer, { id: spellId, revision: 1, reason: "Never was." }, before);
    expect(await publicMember("mistaken", before)).toBeUndefined();
    expect(await names("2020-06-01", before)).not.toContain("Mistaken");
  });
});

describe("the workspace's directory", () => {
  const filter = { q: "", standing: "all", sort: "name", page: 1 } as const;
  const list = async (asked: object) =>
    (await listOrganisations(organizer, { ...filter, ...asked }, "2026-08-31", "en")).rows.map(
      (row) => row.name.en,
    );

  test("has those the public does not know yet, and answers what it is asked", async () => {
    expect(await list({ standing: "members" })).toEqual(["Hidden", "Returned", "Steady"]);
    expect(await list({ q: "OUT" })).toEqual(["Outside"]);
    expect(await list({ kind: "country" })).toEqual([]);
    expect(await list({ sector: "steel", standing: "members", sort: "-name" })).toEqual([
      "Steady",
      "Returned",
      "Hidden",
    ]);
    expect((await list({ sort: "-joined", standing: "members" })).at(0)).toBe("Hidden");
  });

  test("is closed to whoever may not keep it", async () => {
    const closed = { name: "Refusal", code: "not_allowed" };
    await expect(listOrganisations(as("door"), filter, "2026-08-31", "en")).rejects.toMatchObject(closed);
    await expect(organisationForOrganizer(as("focal_point"), ids.Hidden ?? "")).rejects.toMatchObject(closed);
  });
});

import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedOrganisations } from "@/db/seed/organisations";
import { seedRenames } from "@/db/seed/renames";
import { publicCounts, publicDirectory, publicMember } from "@/domain/members/queries";
import { regions } from "@/domain/regions/rules";

const at = new Date("2026-06-01T09:00:00Z");
let ids: Awaited<ReturnType<typeof seedOrganisations>>;

beforeAll(async () => {
  ids = await db().transaction(async (tx) => {
    const seeded = await seedOrganisations(tx, at);
    await seedRenames(tx, seeded.organisations);
    return seeded;
  });
});

test.each([
  ["2019-09-22", undefined, undefined],
  ["2019-09-23", 11, 11],
  ["2021-04-23", 15, 16],
  ["2021-04-30", 15, 16],
  ["2021-09-14", 16, 19],
  ["2022-06-01", 18, 19],
  ["2024-06-25", 18, 20],
])("on %s the demonstration counts %s countries and %s companies", async (day, country, company) => {
  expect(await publicCounts(day, at)).toEqual({
    ...(country && { country }),
    ...(company && { company }),
  });
  const { members } = await publicDirectory(day, at);
  expect(members).toHaveLength((country ?? 0) + (company ?? 0));
});

test("its ids answer to the keys of the facts, and partners are no members", async () => {
  expect(Object.keys(ids.memberships)).toHaveLength(38);
  for (const key of ["se", "jp", "za", "sail", "skanska"]) expect(ids.memberships[key]).toBeTruthy();
  expect(ids.organisations.wef).toBeTruthy();
  expect(ids.people["Romina Pourmokhtari"]).toBeTruthy();
  expect(await publicMember("world-economic-forum", at)).toBeUndefined();
});

test.each([
  ["2021-07-07", "LafargeHolcim"],
  ["2021-07-08", "Holcim"],
])(
  "on %s the cement company of Switzerland is called %s, at the address it always had",
  async (day, name) => {
    const { members } = await publicDirectory(day, at, { sector: "cement" });
    expect(members.find((one) => one.slug === "lafargeholcim")?.name).toEqual({ en: name });
  },
);

test("the parts of the directory add up to the whole on every day on which anything changed", async () => {
  const { growth } = await publicDirectory("2026-06-01", at);
  expect(growth.length).toBeGreaterThan(5);
  for (const { day, counts } of growth) {
    const { members } = await publicDirectory(day, at);
    const parts = await Promise.all(regions.map((region) => publicDirectory(day, at, { region })));
    const placed = parts.flatMap((part) => part.members.map((one) => one.id));
    const nowhere = members.filter((one) => one.country === null).map((one) => one.id);
    expect([...placed, ...nowhere].toSorted()).toEqual(members.map((one) => one.id).toSorted());
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(members.length);
  }
});

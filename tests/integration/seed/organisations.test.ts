import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedOrganisations } from "@/db/seed/organisations";
import { publicCounts, publicDirectory, publicMember } from "@/domain/members/queries";

const at = new Date("2026-06-01T09:00:00Z");
let ids: Awaited<ReturnType<typeof seedOrganisations>>;

beforeAll(async () => {
  ids = await db().transaction((tx) => seedOrganisations(tx, at));
});

test.each([
  ["2019-09-22", undefined, undefined],
  ["2019-09-23", 11, 11],
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

import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { create as join } from "@/domain/members/create";
import { membershipInput } from "@/domain/members/input";
import { organisationForOrganizer } from "@/domain/members/organizer-queries";
import { publicDirectory, publicMember } from "@/domain/members/queries";
import { correctName, forgetName } from "@/domain/organisations/correct-name";
import { forgetNameInput, formerNameInput, renameInput } from "@/domain/organisations/input";
import { rename } from "@/domain/organisations/rename";
import { refused } from "../../support/refused";
import { aCompany, as, deedsOf, organizer } from "../members/fixture";

const at = new Date("2026-06-01T09:00:00Z");
const editor = as("editor");

const renaming = (id: string, revision: number, en: string, fromOn: string) =>
  renameInput.parse({ id, revision, name: { en, sv: "" }, formalName: { en: "", sv: "" }, fromOn });

/** A member since 2019 that was called something else until the summer of 2021. */
async function renamed() {
  const before = `Lafarge ${crypto.randomUUID()}`;
  const { id } = await aCompany(before);
  await join(
    organizer,
    membershipInput.parse({
      organisationId: id,
      joinedOn: "2019-09-23",
      joinedPrecision: "day",
      known: "on",
    }),
    at,
  );
  const now = `Holcim ${id}`;
  expect(await rename(editor, renaming(id, 1, now, "2021-07-08"), at)).toEqual({ revision: 2 });
  const { formerNames, slug } = await organisationForOrganizer(editor, id);
  const [former] = formerNames;
  if (!former) throw new Error("no former name");
  return { id, before, now, slug, nameId: former.id };
}

test("a renamed member stands in the list of each day under the name of that day, at one address", async () => {
  const { id, before, now, slug } = await renamed();
  const nameIn = async (day: string) =>
    (await publicDirectory(day, at)).members.find((member) => member.id === id)?.name;
  expect(await nameIn("2021-07-07")).toEqual({ en: before });
  expect(await nameIn("2021-07-08")).toEqual({ en: now });
  expect(await publicMember(slug, at)).toMatchObject({
    name: { en: now },
    formerNames: [{ name: { en: before }, untilOn: "2021-07-08" }],
  });
  expect((await deedsOf(id)).at(-1)).toMatchObject({
    action: "organisation.rename",
    details: { fromOn: "2021-07-08" },
  });
});

test("a rename is refused stale, without the right, backwards in time, ahead of time, and to the same name", async () => {
  const { id, now } = await renamed();
  await refused("stale", () => rename(editor, renaming(id, 1, "Amrize", "2024-01-01"), at));
  await refused("not_allowed", () => rename(as("protocol"), renaming(id, 2, "Amrize", "2024-01-01"), at));
  await refused("named_later", () => rename(editor, renaming(id, 2, "Amrize", "2021-07-08"), at));
  await refused("day_in_the_future", () => rename(editor, renaming(id, 2, "Amrize", "2026-06-02"), at));
  await refused("name_unchanged", () => rename(editor, renaming(id, 2, now, "2024-01-01"), at));
  await refused("not_found", () =>
    rename(editor, renaming(crypto.randomUUID(), 1, "Amrize", "2024-01-01"), at),
  );
});

test("five who rename at once leave one new name, and the one before it is kept once", async () => {
  const { id } = await renamed();
  const answers = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) =>
      rename(editor, renaming(id, 2, `Amrize ${n}`, `2024-01-0${n + 1}`), at),
    ),
  );
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  expect((await organisationForOrganizer(editor, id)).formerNames).toHaveLength(2);
});

test("a former name is corrected or taken out on the revision it was seen at", async () => {
  const { id, nameId, now } = await renamed();
  const change = (revision: number, untilOn: string) =>
    formerNameInput.parse({ id, revision, nameId, name: { en: "Lafarge", sv: "" }, untilOn });
  expect(await correctName(editor, change(2, "2021-05-04"), at)).toEqual({ revision: 3 });
  expect(await correctName(editor, change(3, "2021-05-04"), at)).toEqual({ revision: 3 });
  await refused("stale", () => correctName(editor, change(2, "2021-06-01"), at));
  await refused("not_allowed", () => correctName(as("door"), change(3, "2021-06-01"), at));
  await refused("day_in_the_future", () => correctName(editor, change(3, "2027-01-01"), at));
  await refused("not_found", () => correctName(editor, { ...change(3, "2021-06-01"), nameId: id }, at));
  await rename(editor, renaming(id, 3, "Amrize", "2024-01-01"), at);
  await refused("name_day_taken", () => correctName(editor, change(4, "2024-01-01"), at));
  const gone = forgetNameInput.parse({ id, revision: 4, nameId, reason: "It never was." });
  await refused("stale", () => forgetName(editor, { ...gone, revision: 3 }));
  await refused("not_allowed", () => forgetName(as("door"), gone));
  expect(await forgetName(editor, gone, at)).toEqual({ revision: 5 });
  expect((await organisationForOrganizer(editor, id)).formerNames.map((one) => one.name.en)).toEqual([now]);
  expect((await deedsOf(id)).at(-1)).toMatchObject({ reason: "It never was." });
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  expect(row).toMatchObject({ name: { en: "Amrize" }, revision: 5 });
});

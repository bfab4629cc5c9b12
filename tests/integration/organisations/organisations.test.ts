import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { create } from "@/domain/organisations/create";
import { edit } from "@/domain/organisations/edit";
import { editOrganisationInput, organisationInput } from "@/domain/organisations/input";
import { aCompany, as, deedsOf, organizer, written } from "../members/fixture";

const at = new Date("2026-06-01T09:00:00Z");
const none = { en: "", sv: "" };
const country = (name: string, code: string, rest: object = {}) =>
  organisationInput.parse({
    kind: "country",
    name: { en: name, sv: "" },
    formalName: none,
    country: code,
    ...rest,
  });
const company = (id: string, revision: number, name: string) =>
  editOrganisationInput.parse({
    id,
    revision,
    kind: "company",
    name: { en: name, sv: "" },
    formalName: none,
    sectors: ["steel"],
  });

async function refused(code: string, deed: () => Promise<unknown>) {
  const before = [await written(), await db().select().from(organisations)];
  await expect(deed()).rejects.toMatchObject({ name: "Refusal", code });
  expect([await written(), await db().select().from(organisations)]).toEqual(before);
}

test("an organisation is entered with an address made of its name", async () => {
  const { id } = await create(as("editor"), country("Côte d’Ivoire", "CI"), at);
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  expect(row).toMatchObject({ slug: "cote-d-ivoire", kind: "country", country: "CI", website: null });
  expect(await deedsOf(id)).toMatchObject([{ action: "organisation.create" }]);
});

test("an address or a country that is taken is refused by the database", async () => {
  await create(organizer, country("Chile", "CL"), at);
  await refused("slug_taken", () => create(organizer, country("Chile", "PE"), at));
  await refused("country_taken", () => create(organizer, country("Republic of Chile", "CL"), at));
  // Where the directory has its files.
  await refused("slug_taken", () => create(organizer, country("Export", "PE"), at));
});

test("a name that makes no address needs one", async () => {
  await refused("slug_needed", () => create(organizer, country("日本", "JP"), at));
  await create(organizer, country("日本", "JP", { slug: "japan" }), at);
});

test("entering and changing is refused without the right", async () => {
  const { id } = await aCompany();
  for (const role of ["door", "focal_point"] as const) {
    await refused("not_allowed", () => create(as(role), country("Peru", "PE"), at));
    await refused("not_allowed", () => edit(as(role), company(id, 1, "Mine"), at));
  }
  await refused("not_allowed", () => create({ kind: "public" }, country("Peru", "PE"), at));
});

test("a change keeps the address and records the fields", async () => {
  const { id } = await aCompany("LafargeHolcim");
  expect(await edit(organizer, company(id, 1, "Holcim"), at)).toEqual({ revision: 2 });
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  expect(row).toMatchObject({ slug: "lafargeholcim", name: { en: "Holcim" }, updatedAt: at });
  expect((await deedsOf(id)).at(-1)).toMatchObject({ details: { changed: ["name"] } });
  expect(await edit(organizer, company(id, 2, "Holcim"), at)).toEqual({ revision: 2 });
});

test("a stale change is refused with theirs; of several at once exactly one wins", async () => {
  const { id } = await aCompany();
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) => edit(organizer, company(id, 1, `Name ${n}`), at)),
  );
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  await refused("stale", () => edit(organizer, company(id, 1, "Late"), at));
  await expect(edit(organizer, company(id, 1, "Late"), at)).rejects.toMatchObject({
    attached: { theirs: { revision: 2 } },
  });
  await refused("not_found", () => edit(organizer, company(crypto.randomUUID(), 1, "Nobody"), at));
});

import { expect, test } from "vitest";
import { editOrganisationInput, organisationInput } from "@/domain/organisations/input";
import { byKind, initials } from "@/domain/organisations/rules";

test.each([
  ["Dalmia Cement", "DC"],
  ["SSAB", "SS"],
  ["Steel Authority of India Limited (SAIL)", "SA"],
  ["  Åbo – Östra ", "ÅÖ"],
  ["X", "X"],
  ["", ""],
])("the initials of %j are %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("organisations stand by kind in the order of the kinds, empty ones left out", () => {
  const [a, b] = [{ kind: "company" as const }, { kind: "country" as const }];
  expect(byKind([a, b])).toEqual([
    { kind: "country", items: [b] },
    { kind: "company", items: [a] },
  ]);
});

const country = {
  kind: "country",
  name: { en: "Chile", sv: "" },
  formalName: { en: "", sv: "" },
  country: "CL",
};

test("a country has its code, a company its sectors", () => {
  expect(organisationInput.parse(country)).toMatchObject({ sectors: [], website: "", slug: "" });
  expect(organisationInput.safeParse({ ...country, country: "" }).error?.issues).toMatchObject([
    { path: ["country"], message: "validation.countryCode" },
  ]);
  const company = { ...country, kind: "company", country: "" };
  expect(organisationInput.safeParse(company).error?.issues).toMatchObject([
    { path: ["sectors"], message: "validation.sectors" },
  ]);
  expect(organisationInput.parse({ ...company, sectors: "steel" }).sectors).toEqual(["steel"]);
  expect(organisationInput.parse({ ...company, sectors: ["steel", "steel", "mining"] }).sectors).toEqual([
    "steel",
    "mining",
  ]);
});

test.each(["javascript:alert(1)", "ftp://example.org", "https://", "example.org", "https://a b"])(
  "%j is not the address of a website",
  (website) => {
    expect(organisationInput.safeParse({ ...country, website }).success).toBe(false);
  },
);

test.each([
  { name: { en: "", sv: "" } },
  { name: "Chile" },
  { name: { en: "a\u202eb", sv: "" } },
  { kind: "empire" },
  { country: "chile" },
  { sectors: ["gambling"] },
  { slug: "Not A Slug" },
])("%j is refused", (wrong) => {
  expect(organisationInput.safeParse({ ...country, ...wrong }).success).toBe(false);
});

test("a change cannot move the address", () => {
  const change = { ...country, id: "0190a000-0000-7000-8000-000000000001", revision: 1, slug: "elsewhere" };
  expect(editOrganisationInput.parse(change)).not.toHaveProperty("slug");
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { changedFields, theGroup } from "@/domain/group/rules";

it("the one group has an id that history can keep", () => {
  expect(theGroup).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(z.guid().safeParse(theGroup).success).toBe(true);
});

it("names the fields that are another, in the order of the later record", () => {
  const before = { acronym: "TG", zone: "UTC", name: { en: "Group" }, tags: ["a", "b"], note: "" };
  const after = { zone: "Asia/Kolkata", acronym: "TG", name: { en: "The Group" }, tags: ["b", "a"] };
  expect(changedFields(before, after)).toEqual(["zone", "name", "tags"]);
});

it("sees no change in the order of keys, nor in what the later record leaves out", () => {
  const before = { name: { en: "Group", sv: "Grupp" }, left: "out" };
  expect(changedFields(before, { name: { sv: "Grupp", en: "Group" } })).toEqual([]);
  expect(changedFields({ at: new Date(5) }, { at: new Date(5) })).toEqual([]);
  expect(changedFields({ at: new Date(5) }, { at: new Date(6) })).toEqual(["at"]);
});

it("tells nothing apart from null, and a new field from one that was not there", () => {
  expect(changedFields({ capacity: null }, { capacity: 0 })).toEqual(["capacity"]);
  expect(changedFields({}, { capacity: 1 })).toEqual(["capacity"]);
});

it("finds no difference between a record and a copy of it, however its keys stand", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(structuredClone(record)).toReversed());
      expect(changedFields(record, turned)).toEqual([]);
    }),
  );
});

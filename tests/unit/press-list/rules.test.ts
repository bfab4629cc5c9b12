import { expect, test } from "vitest";
import { columnsOf, localeOf } from "@/domain/press-list/rules";

test("the columns of a press list are known by their words, in both languages and any order", () => {
  expect(columnsOf(["E-mail", " Name "])).toEqual({
    name: 1,
    email: 0,
    outlet: undefined,
    locale: undefined,
  });
  expect(columnsOf(["Namn", "Redaktion", "E-POST", "Språk"])).toEqual({
    name: 0,
    outlet: 1,
    email: 2,
    locale: 3,
  });
  expect(columnsOf(["Namn", "Redaktion"])).toBeUndefined();
  expect(columnsOf([])).toBeUndefined();
});

test("a language is named in words or by its letters, and is the group's own where it is not", () => {
  expect(["SV", "svenska", "English", "", "de"].map((cell) => localeOf(cell, "en"))).toEqual([
    "sv",
    "sv",
    "en",
    "en",
    "en",
  ]);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { echoed, echoField, fieldErrors, formObject, formValues, nested } from "@/lib/form";

function form(...entries: [string, string][]) {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("the object a form means", () => {
  it("nests by dots, lists by numbers and by repetition", () => {
    const data = form(
      ["title.en", "Opening"],
      ["title.sv", "Öppning"],
      ["hosts.1.id", "b"],
      ["hosts.0.id", "a"],
      ["chosen", "x"],
      ["chosen", "y"],
    );
    expect(formObject(data)).toEqual({
      title: { en: "Opening", sv: "Öppning" },
      hosts: [{ id: "a" }, { id: "b" }],
      chosen: ["x", "y"],
    });
  });

  it("closes gaps, and takes no list for an object whose keys are not all numbers", () => {
    expect(nested({ "a.7": "x", "a.9": "y" })).toEqual({ a: ["x", "y"] });
    expect(nested({ "a.0": "x", "a.name": "y" })).toEqual({ a: { 0: "x", name: "y" } });
  });

  it("reaches no prototype, nests no deeper than it must, and leaves Next's own fields out", () => {
    const data = form(
      ["__proto__.polluted", "yes"],
      ["a.constructor.prototype.polluted", "yes"],
      ["x".repeat(3).split("").join(".").repeat(9), "deep"],
      ["$ACTION_ID_1", "z"],
    );
    formObject(data);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(formValues(form(["$ACTION_REF_1", "z"], ["name", "Anna"]))).toEqual({ name: "Anna" });
  });

  it("is made of whatever names and values come, without failing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 })), { maxLength: 20 }),
        (entries) => {
          expect(() => formObject(form(...(entries as [string, string][])))).not.toThrow();
        },
      ),
    );
  });
});

describe("an answer", () => {
  it("gives its errors by field and the typed values back", () => {
    const state = {
      validationErrors: {
        _errors: ["whole"],
        title: { en: { _errors: ["validation.required"] } },
        [echoField]: { name: "Anna" },
      },
    };
    expect(fieldErrors(state)).toEqual({ "": ["whole"], "title.en": ["validation.required"] });
    expect(echoed(state)).toEqual({ name: "Anna" });
    expect(echoed({ serverError: { code: "stale", values: { name: "Bo" } } })).toEqual({ name: "Bo" });
    expect(echoed({ data: {} })).toBeUndefined();
  });
});

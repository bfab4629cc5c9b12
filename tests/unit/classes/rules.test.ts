import { describe, expect, it } from "vitest";
import { eventKinds, participationClasses } from "@/db/enums";
import { classesInput } from "@/domain/classes/input";
import { classesValues, classPresets, presetClasses } from "@/domain/classes/rules";

describe("presets", () => {
  it.each([...eventKinds])("of a %s have one head, and each class once", (kind) => {
    const classes = presetClasses(kind);
    expect(classes.find((row) => row.class === "head")?.quota).toBe(1);
    expect(new Set(classes.map((row) => row.class)).size).toBe(classes.length);
  });

  it("differ by what they are made for", () => {
    const named = Object.values(classPresets).map((kind) => JSON.stringify(presetClasses(kind)));
    expect(new Set(named).size).toBe(named.length);
    expect(presetClasses("briefing").map((row) => row.class)).toContain("press");
    expect(presetClasses("dialogue").map((row) => row.class)).not.toContain("security");
  });
});

describe("the form", () => {
  const id = "6f1f2a34-0000-4000-8000-000000000000";
  it("holds every class there is, those of the event at their place in its order", () => {
    const rows = classesValues(presetClasses("summit"));
    expect(rows.map((row) => row.class)).toEqual([...participationClasses]);
    const places = rows.toSorted((a, b) => a.position - b.position).map((row) => row.class);
    expect(places.slice(0, 9)).toEqual(presetClasses("summit").map((row) => row.class));
    expect(classesInput.safeParse({ id, revision: 1, classes: rows }).success).toBe(true);
  });

  it("needs at least one class, and each at most once", () => {
    const rows = classesValues([]);
    expect(classesInput.safeParse({ id, revision: 1, classes: rows }).success).toBe(false);
    const twice = [rows[0], rows[0]].map((row) => ({ ...row, has: true }));
    expect(classesInput.safeParse({ id, revision: 1, classes: twice }).success).toBe(false);
  });
});

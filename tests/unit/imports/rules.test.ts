import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participationClasses, participationLevels, participationStates } from "@/db/enums";
import { guessMapping, plain, rememberedFields } from "@/domain/imports/headers/rules";
import { mappingInput } from "@/domain/imports/input";
import { readRow, type Said } from "@/domain/imports/reading/rules";
import {
  gravityOf,
  type ImportField,
  importableStates,
  importFields,
  importStage,
  type Remark,
  remarkCodes,
  remarkParts,
} from "@/domain/imports/rules";
import { vocabulary } from "@/domain/imports/vocabulary";
import {
  type Known,
  type Ledger,
  type Newcomer,
  type Standing,
  weigh,
} from "@/domain/imports/weighing/rules";

describe("guessing what columns mean", () => {
  it.each([
    [
      ["First name", "Last Name", "E-mail address", "Country", "Job title", "Category"],
      ["givenName", "familyName", "email", "organisation", "functionalTitle", "class"],
    ],
    [
      ["E-postadress", "Fullständigt namn", "Land", "Befattning", "Nivå", "Språk", "Kost", "Samtycke"],
      ["email", "name", "organisation", "functionalTitle", "level", "locale", "dietaryNeeds", "listed"],
    ],
    [
      ["NAMN", "  e_post ", "ID", "Övrigt", "Förnamn"],
      ["name", "email", "externalKey", "", ""],
    ],
  ])("reads %j", (headers, mapping) => {
    expect(guessMapping(headers)).toEqual(mapping);
  });

  it("is the same in any order, and gives no field twice", () => {
    const headers = ["Name", "Email", "Country", "Class", "Status", "Tags", "Shoe size", "Key"];
    const meant = new Map(headers.map((header, at) => [header, guessMapping(headers)[at]]));
    fc.assert(
      fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (shuffled) => {
        expect(guessMapping(shuffled)).toEqual(shuffled.map((header) => meant.get(header)));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...headers, "E-mail", "namn", "constructor")), (some) => {
        const fields = guessMapping(some).filter(Boolean);
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });

  it("gives back what was remembered, whatever the order", () => {
    const headers = ["a", "b", "c", "b"];
    const fields = rememberedFields(headers, ["email", "", "name", "tags"]);
    expect(fields).toEqual({ a: "email", b: "tags", c: "name" });
    expect(guessMapping(["c", "b", "a"], fields)).toEqual(["name", "tags", "email"]);
    // What was left out stays left out, also where its name says something.
    expect(guessMapping(["Name", "a"], { Name: "", a: "gone" })).toEqual(["", ""]);
  });

  it("wants each field once, and a key or an address", () => {
    const asked = (mapping: string[]) =>
      mappingInput
        .safeParse({ id: crypto.randomUUID(), revision: "1", mapping })
        .error?.issues.map(({ path, message }) => [path.at(-1), message]);
    expect(asked(["name", "email"])).toBeUndefined();
    expect(asked(["name", "email", "email"])).toEqual([[2, "validation.twice"]]);
    expect(asked(["name", ""])).toEqual([[0, "validation.importKey"]]);
    expect(asked(["shoes", "email"])).toEqual([[0, "validation.choice"]]);
  });
});

describe("reading a row", () => {
  const known = vocabulary();
  const read = (row: Partial<Record<ImportField, string>>) =>
    readRow(Object.values(row), Object.keys(row) as ImportField[], known);

  it("takes texts as they are, and says nothing of what is empty", () => {
    expect(
      read({ name: " van der Berg ", familyName: "", email: "A@Example.org", functionalTitle: "  " }),
    ).toEqual({
      said: { name: "van der Berg", email: "a@example.org" },
      remarks: [],
    });
  });

  it("makes a name of a given and a family name where there is no whole one", () => {
    expect(read({ givenName: "Ann", familyName: "McDonald" }).said).toEqual({
      name: "Ann McDonald",
      familyName: "McDonald",
    });
    expect(read({ givenName: "Sukarno" }).said).toEqual({ name: "Sukarno" });
    expect(read({ name: "Ann M.", givenName: "Ann" }).said).toEqual({ name: "Ann M." });
  });

  it("knows every class, level, state and language by its code and its words in every language", () => {
    for (const value of participationClasses) expect(known.class.get(plain(value))).toBe(value);
    for (const value of participationLevels) expect(known.level.get(plain(value))).toBe(value);
    for (const value of participationStates)
      expect(known.state.get(plain(value))).toBe(importableStates.find((one) => one === value) ?? "gone");
    const said = {
      class: "Delegationsledare",
      level: "HEAD OF STATE",
      state: "Väntelista",
      locale: "Svenska",
    };
    expect(read(said).said).toEqual({
      class: "head",
      level: "head_of_state",
      state: "waitlisted",
      locale: "sv",
    });
  });

  it.each([
    [{ email: "nobody" }, "email:email"],
    [{ name: "x".repeat(201) }, "name:tooLong"],
    [{ name: "two\nlines" }, "name:oneLine"],
    [{ name: "bidi\u202e" }, "name:characters"],
    [{ class: "Emperor" }, "class:unknown"],
    [{ state: "Declined" }, "state:notImportable"],
    [{ locale: "Klingon" }, "locale:unknown"],
    [{ listed: "perhaps" }, "listed:unclear"],
    [{ tags: Array.from({ length: 21 }, (_, n) => `t${n}`).join(",") }, "tags:tooMany"],
    [{ tags: "x".repeat(41) }, "tags:tooLong"],
  ])("remarks on %j", (row, remark) => {
    expect(read(row as Partial<Record<ImportField, string>>).remarks).toEqual([remark]);
  });

  it("never throws, and remarks only in words that exist", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: importFields.length }), (cells) => {
        for (const remark of readRow(cells, importFields, known).remarks)
          expect(remarkParts(remark)).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
});

describe("remarks", () => {
  it("are taken apart, and each has its gravity", () => {
    expect(remarkParts("email:taken")).toEqual({ field: "email", code: "taken" });
    expect(remarkParts("email:constructor")).toBeUndefined();
    expect(remarkParts("shoe:taken")).toBeUndefined();
    for (const code of remarkCodes) expect(["error", "warning", "note"]).toContain(gravityOf(`row:${code}`));
  });
});

describe("where an import stands", () => {
  const at = new Date(0);
  it.each([
    ["mapping", { revision: 1 }],
    ["checking", { revision: 2 }],
    ["checked", { revision: 2, checkedAt: at }],
    ["running", { revision: 2, checkedAt: at, startedAt: at }],
    ["finished", { revision: 2, checkedAt: at, startedAt: at, finishedAt: at }],
  ])("is %s", (stage, facts) => {
    expect(importStage({ checkedAt: null, startedAt: null, finishedAt: null, ...facts })).toBe(stage);
  });
});

describe("weighing a row", () => {
  const unlimited = participationClasses.map((of) => ({ class: of, quota: null, taken: 0 }));
  const open = (pools: Ledger["pools"] = []): Ledger => ({
    keys: new Set(),
    emails: new Set(),
    people: new Set(),
    heads: new Map(),
    room: { usual: unlimited, of: {} },
    pools,
  });
  const knowing = (...standing: Standing[]): Known => ({
    byKey: new Map(standing.flatMap((row) => (row.externalKey ? [[row.externalKey, row]] : []))),
    byEmail: new Map(standing.flatMap((row) => (row.email ? [[row.email, row]] : []))),
    organisation: (name) => ({ Steel: "o-steel", Cement: "o-cement", Twin: "ambiguous" })[name],
    poolOf: ({ class: of, organisationId }) =>
      of === "press" ? "press" : organisationId ? "members" : "open",
    locale: "en",
  });
  const row = (said: Said) => ({ said, remarks: [] as Remark[] });
  const standingOf = ({ pool: _, seatPool: __, ...add }: Newcomer): Standing => ({
    ...add,
    id: "p1",
    revision: 1,
  });

  const said: fc.Arbitrary<Said> = fc.record(
    {
      externalKey: fc.constantFrom("K1", "K2"),
      name: fc.constantFrom("McDonald", "bin Salman"),
      familyName: fc.constantFrom("McDonald", "Salman"),
      email: fc.constantFrom("a@example.org", "b@example.org"),
      functionalTitle: fc.string({ minLength: 1 }),
      organisation: fc.constantFrom("Steel", "Cement", "Twin", "Nowhere"),
      class: fc.constantFrom(...participationClasses),
      level: fc.constantFrom(...participationLevels),
      state: fc.constantFrom(...importableStates),
      locale: fc.constantFrom("en" as const, "sv" as const),
      tags: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
      listed: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const pools: fc.Arbitrary<Ledger["pools"]> = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom("members" as const, "press" as const, "open" as const),
      seats: fc.nat(2),
      taken: fc.nat(2),
    }),
    { selector: ({ kind }) => kind },
  );

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(said, pools, (one, shares) => {
        const first = weigh(row(one), knowing(), open(shares));
        if (!first.add) return;
        const second = weigh(row(one), knowing(standingOf(first.add)), open(shares));
        expect(second).toMatchObject({ result: "same" });
        expect(second.change).toBeUndefined();
      }),
    );
  });

  it("after one change has nothing more to change, and never empties anything", () => {
    fc.assert(
      fc.property(said, said, (one, two) => {
        const { add } = weigh(row({ ...one, name: "N", email: "a@example.org" }), knowing(), open());
        if (!add) return;
        const before = standingOf(add);
        const { change, result } = weigh(row({ ...two, email: "a@example.org" }), knowing(before), open());
        if (result === "error" || !change) return;
        for (const [field, value] of Object.entries(change))
          if (value === "" || value === null) expect(field).toMatch(/^organisation(Name|Id)$|^delegationOf$/);
        const { pool: _, ...changed } = change;
        const after = { ...before, ...changed };
        expect(weigh(row({ ...two, email: "a@example.org" }), knowing(after), open()).change).toBeUndefined();
      }),
    );
  });

  it("gives no more seats than there are, and a seat exactly to who is approved", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), pools, (rows, shares) => {
        const ledger = open(shares);
        const seated = rows.flatMap((one, n) => {
          const { add } = weigh(
            row({ ...one, externalKey: `K${n}`, email: `p${n}@example.org` }),
            knowing(),
            ledger,
          );
          if (add) expect(add.seatPool !== null).toBe(add.state === "approved");
          return add?.seatPool ?? [];
        });
        for (const { kind, seats, taken } of shares)
          expect(seated.filter((pool) => pool === kind).length).toBeLessThanOrEqual(
            Math.max(0, seats - taken),
          );
        const heads = [...ledger.heads.keys()];
        expect(new Set(heads).size).toBe(heads.length);
      }),
    );
  });

  it("says what stands against somebody new", () => {
    const against = (one: Said, ledger = open()) => weigh(row(one), knowing(), ledger).remarks;
    expect(against({ email: "a@example.org" })).toEqual(["name:required"]);
    expect(against({ name: "A" })).toEqual(["email:required"]);
    expect(against({ name: "A", externalKey: "K" })).toEqual(["email:required"]);
    expect(against({ name: "A", externalKey: "K", organisation: "Steel" })).toEqual([]);
    expect(against({ name: "A", email: "a@example.org", state: "nominated" })).toEqual([
      "state:noDelegation",
    ]);
    expect(against({ name: "A", email: "a@example.org", class: "head" })).toEqual(["class:headOfNothing"]);
    const led = { ...open(), heads: new Map([["o-steel", "p9"]]) };
    const head: Said = { name: "A", email: "a@example.org", class: "head", organisation: "Steel" };
    expect(against(head, led)).toEqual(["class:headTaken"]);
  });

  it("warns where a class of a delegation has no room left, counting the rows before", () => {
    const ledger = open();
    ledger.room = {
      usual: [
        { class: "delegate", quota: 1, taken: 0 },
        { class: "head", quota: 1, taken: 0 },
      ],
      of: { "o-cement": [{ class: "delegate", quota: null, taken: 9 }] },
    };
    const next = (n: number, more: Said, ...there: Standing[]) => {
      const said = { name: "A", email: `p${n}@example.org`, organisation: "Steel", ...more };
      const { result, remarks } = weigh(row(said), knowing(...there), ledger);
      return [result, ...remarks];
    };
    const above = ["warning", "class:aboveQuota"];
    expect(next(1, {})).toEqual(["new"]);
    expect(next(2, {})).toEqual(above);
    expect(next(3, { class: "press" })).toEqual(above);
    expect(next(4, { organisation: "Cement" })).toEqual(["new"]);
    expect(next(5, { organisation: "Nowhere" })).toEqual(["warning", "organisation:byHand"]);
    expect(next(6, { class: "head" })).toEqual(["new"]);
    expect(next(7, { class: "head" })).toEqual(["error", "class:headTaken"]);
    const { add } = weigh(
      row({ name: "A", email: "p8@example.org", organisation: "Steel" }),
      knowing(),
      open(),
    );
    if (!add) throw new Error("nobody");
    // Two of them are in the class already: whoever leaves it makes no room, and a second one who leaves does.
    const away = (n: number) => ({ ...standingOf(add), id: `p${n}`, email: `p${n}@example.org` });
    expect(next(8, { functionalTitle: "Chair" }, away(8))).toEqual(["update"]);
    expect(next(9, { organisation: "Cement" }, away(9))).toEqual(["update"]);
    expect(next(10, { organisation: "Cement" }, away(10))).toEqual(["update"]);
    expect(next(11, {})).toEqual(["new"]);
    expect(next(12, { organisation: "Steel", class: "delegate" }, { ...away(12), class: "press" })).toEqual(
      above,
    );
  });

  it("keeps a known organisation from a name we do not know, and lets the delegation follow a known one", () => {
    const { add } = weigh(
      row({ name: "A", email: "a@example.org", organisation: "Steel" }),
      knowing(),
      open(),
    );
    if (!add) throw new Error("nobody");
    const turn = (organisation: string) =>
      weigh(row({ email: "a@example.org", organisation }), knowing(standingOf(add)), open());
    expect(turn("Nowhere")).toMatchObject({ result: "same", remarks: ["organisation:knownKept"] });
    expect(turn("Cement")).toMatchObject({
      result: "update",
      change: { organisationId: "o-cement", delegationOf: "o-cement", pool: "members" },
    });
  });

  it("takes two rows about one person for a mistake", () => {
    const { add } = weigh(row({ name: "A", email: "a@example.org", externalKey: "K1" }), knowing(), open());
    if (!add) throw new Error("nobody");
    const ledger = open();
    const known = knowing(standingOf(add));
    expect(weigh(row({ externalKey: "K1", name: "B" }), known, ledger).result).toBe("update");
    expect(weigh(row({ email: "a@example.org" }), known, ledger).remarks).toEqual(["row:twice"]);
  });
});

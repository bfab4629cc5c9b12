import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisationKinds, participationClasses } from "@/db/enums";
import {
  differences,
  type Entry,
  inProtocolOrder,
  obstaclesToPublishingList,
} from "@/domain/participant-lists/rules";

let n = 0;
const entry = (facts: Partial<Entry> = {}): Entry => ({
  participationId: `p${++n}`,
  courtesyTitle: "",
  name: "Anna Ek",
  familyName: "",
  functionalTitle: "Delegate",
  class: "delegate",
  organisation: { en: "Sweden", sv: "Sverige" },
  organisationKind: "country",
  country: "SE",
  ...facts,
});

const of = (en: string, sv: string, facts: Partial<Entry> = {}) =>
  entry({ organisation: { en, sv }, country: null, ...facts });
const parties = (entries: Entry[], locale: "en" | "sv") =>
  inProtocolOrder(entries, locale).flatMap((group) => group.parties.map((party) => party.name[locale]));

describe("the order of protocol", () => {
  it("has countries first, then the other kinds, each in the alphabet of the reader", () => {
    const entries = [
      of("Works", "Bruket", { organisationKind: "company" }),
      of("Germany", "Tyskland"),
      of("Austria", "Österrike"),
      of("Egypt", "Egypten"),
      of("Zambia", "Zambia"),
    ];
    expect(parties(entries, "en")).toEqual(["Austria", "Egypt", "Germany", "Zambia", "Works"]);
    expect(parties(entries, "sv")).toEqual(["Egypten", "Tyskland", "Zambia", "Österrike", "Bruket"]);
  });

  it("has the head of a delegation first, then classes by rank, then names, family name first", () => {
    const people = [
      entry({ name: "Zed", class: "adviser" }),
      entry({ name: "Per Alm", familyName: "Alm" }),
      entry({ name: "Anna Ek", familyName: "Ek" }),
      entry({ name: "Wei Bao" }),
      entry({ name: "Ö Head", class: "head" }),
    ];
    const [group] = inProtocolOrder(people, "en");
    expect(group?.parties[0]?.people.map((one) => one.name)).toEqual([
      "Ö Head",
      "Per Alm",
      "Anna Ek",
      "Wei Bao",
      "Zed",
    ]);
  });

  it("has those without an organisation last", () => {
    const none = of("", "", { organisationKind: "other" });
    const city = of("Ålesund", "Ålesund", { organisationKind: "other" });
    expect(parties([none, city], "sv")).toEqual(["Ålesund", ""]);
  });

  it("names everybody once, whatever the language", () => {
    const someone = fc.record({
      class: fc.constantFrom(...participationClasses),
      organisationKind: fc.constantFrom(...organisationKinds),
      name: fc.string(),
      organisation: fc.record({ en: fc.constantFrom("A", "B", "Ö") }),
    });
    fc.assert(
      fc.property(fc.array(someone), (facts) => {
        const entries = facts.map((one) => entry(one));
        const ids = (locale: "en" | "sv") =>
          inProtocolOrder(entries, locale)
            .flatMap((group) =>
              group.parties.flatMap((party) => party.people.map((one) => one.participationId)),
            )
            .toSorted();
        const all = entries.map((one) => one.participationId).toSorted();
        expect(ids("en")).toEqual(all);
        expect(ids("sv")).toEqual(all);
      }),
    );
  });
});

describe("what a new version changes", () => {
  it("is who came, who went, and what is printed otherwise", () => {
    const [stays, goes, comes] = [entry(), entry(), entry()];
    const after = {
      ...stays,
      name: "Anna Alm",
      organisation: { ...stays.organisation, sv: "Konungariket Sverige" },
    };
    const { added, removed, changed } = differences([stays, goes], [after, comes]);
    expect([added, removed]).toEqual([[comes], [goes]]);
    expect(changed).toEqual([{ before: stays, after, fields: ["name", "organisation"] }]);
  });

  it("is nothing where only what is not printed changed", () => {
    const one = entry();
    const { added, removed, changed } = differences([one], [{ ...one, familyName: "Ek", country: null }]);
    expect([...added, ...removed, ...changed]).toEqual([]);
  });
});

describe("publishing a list", () => {
  const at = new Date("2026-03-02T09:00:00Z");
  const announced = { announcedAt: at, cancelledAt: null };

  it("needs a public event, somebody to name, and something new", () => {
    const people = [entry()];
    expect(obstaclesToPublishingList(announced, people, undefined, at)).toEqual([]);
    expect(obstaclesToPublishingList(announced, people, people, at)).toEqual(["no_changes"]);
    expect(obstaclesToPublishingList(announced, people, [], at)).toEqual([]);
    expect(obstaclesToPublishingList(announced, [], undefined, at)).toEqual(["nobody"]);
    expect(obstaclesToPublishingList({ announcedAt: null, cancelledAt: at }, [], undefined, at)).toEqual([
      "not_announced",
      "cancelled",
      "nobody",
    ]);
    expect(
      obstaclesToPublishingList(
        { ...announced, announcedAt: new Date(at.getTime() + 1) },
        people,
        undefined,
        at,
      ),
    ).toEqual(["not_announced"]);
  });
});

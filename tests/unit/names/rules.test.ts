import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byName, nameLine, sortKey } from "@/domain/names/rules";

const given = [
  "McDonald",
  "van der Berg",
  "bin Salman",
  "Sukarno",
  "d’Alessio",
  "O’Brien",
  "ÅKESSON",
  "de la Cruz",
];
const anyName = fc.oneof(fc.constantFrom(...given), fc.string({ minLength: 1, unit: "grapheme" }));
const anyPerson = fc.record({
  name: anyName,
  familyName: fc.oneof(fc.constant(""), anyName),
  courtesyTitle: fc.constantFrom("", "H.E.", "H.E. Ms.", "Dr"),
});

describe("a name", () => {
  it.each([
    ["", "Ewen McDonald", "Ewen McDonald"],
    ["Dr", "Priya van der Berg", "Dr Priya van der Berg"],
    ["H.R.H.", "Mohammed bin Salman", "H.R.H. Mohammed bin Salman"],
    ["H.E. Ms.", "Sukarno", "H.E. Ms. Sukarno"],
  ])("is printed as it was given, after %s", (courtesyTitle, name, line) => {
    expect(nameLine({ courtesyTitle, name })).toBe(line);
  });

  it("is never changed by printing it: not its case, not its order, not its spaces", () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const line = nameLine(person);
        expect(line.endsWith(person.name)).toBe(true);
        expect(line).toBe(person.courtesyTitle ? `${person.courtesyTitle} ${person.name}` : person.name);
      }),
    );
  });
});

describe("the order of names", () => {
  const names = (people: { name: string }[]) => people.map(({ name }) => name);
  const person = (name: string, familyName = "") => ({ name, familyName });

  it("goes by the family name that was given, never by a guess", () => {
    const people = [
      person("Zoë Adams", "Adams"),
      person("Mao Zedong"),
      person("Anna van der Berg", "van der Berg"),
    ];
    expect(names(people.toSorted(byName("en")))).toEqual(["Zoë Adams", "Mao Zedong", "Anna van der Berg"]);
    expect(sortKey(person("Sukarno"))).toBe("Sukarno");
  });

  it("is that of the language: Å ends the alphabet in Swedish and begins it in English", () => {
    const people = [person("Zäta"), person("Åke"), person("Bo")];
    expect(names(people.toSorted(byName("sv")))).toEqual(["Bo", "Zäta", "Åke"]);
    expect(names(people.toSorted(byName("en")))).toEqual(["Åke", "Bo", "Zäta"]);
  });

  it("is the same however the people came in, and loses nobody", () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 12 }), fc.constantFrom("en", "sv"), (people, locale) => {
        const once = people.toSorted(byName(locale));
        const again = people.toReversed().toSorted(byName(locale));
        expect(names(again)).toEqual(names(once));
        expect(names(once).toSorted()).toEqual(names(people).toSorted());
      }),
    );
  });
});

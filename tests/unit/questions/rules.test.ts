import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerAudiences, type QuestionKind, questionKinds, questionStages } from "@/db/enums";
import { optionsFrom } from "@/domain/questions/options";
import {
  type Answer,
  answersSoFar,
  brokenConditions,
  checkAnswers,
  conditionValues,
  inOrder,
  mayMove,
  mayRead,
  neighbour,
  openStages,
  type Question,
  visibleQuestions,
} from "@/domain/questions/rules";

const yesAndNo = [
  { value: "yes", label: { en: "Yes" } },
  { value: "no", label: { en: "No" } },
];

function question(id: string, more: Partial<Question> = {}): Question {
  const chooses = more.kind === "choice" || more.kind === "choices";
  return {
    id,
    stage: "registration",
    kind: "text",
    options: chooses ? yesAndNo : [],
    required: false,
    shownIfId: null,
    shownIfValue: "",
    ...more,
  };
}
const of = (kind: QuestionKind, given: unknown) =>
  checkAnswers([question("q", { kind })], { q: given }, "registration");

describe("the shape of an answer", () => {
  it.each<[QuestionKind, unknown, Answer]>([
    ["text", "  Åsa \n", "Åsa"],
    ["long_text", "one\r\ntwo", "one\ntwo"],
    ["choice", "yes", "yes"],
    ["choices", "no", ["no"]],
    ["choices", ["no", "yes", "no", ""], ["yes", "no"]],
    ["date", "2026-06-10", "2026-06-10"],
    ["country", "SE", "SE"],
    ["number", "12", 12],
    ["number", "-1,5", -1.5],
    ["number", " 007 ", 7],
    ["agreement", "on", true],
    ["agreement", true, true],
    ["file", true, true],
  ])("of a %s, %o is %o", (kind, given, answer) => {
    expect(of(kind, given)).toEqual({ answers: { q: answer }, errors: {} });
  });

  it.each<[QuestionKind, unknown, string]>([
    ["text", "x".repeat(201), "tooLong"],
    ["text", "a\nb", "oneLine"],
    ["text", "a\u0000b", "characters"],
    ["text", ["a", "b"], "required"],
    ["long_text", "x".repeat(4_001), "tooLong"],
    ["choice", "maybe", "choice"],
    ["choice", ["yes", "no"], "choice"],
    ["choices", ["yes", "maybe"], "choice"],
    ["choices", { length: 2 }, "choice"],
    ["date", "2026-02-30", "day"],
    ["date", "+275760-09-13", "day"],
    ["country", "se", "choice"],
    ["country", "XQ", "choice"],
    ["number", "1e999", "number"],
    ["number", "twelve", "number"],
    ["number", "1 000", "number"],
    ["agreement", "no", "invalid"],
    ["file", "true", "invalid"],
    ["file", { size: 1 }, "invalid"],
  ])("of a %s, %o is refused", (kind, given, message) => {
    expect(of(kind, given)).toEqual({ answers: {}, errors: { q: `validation.${message}` } });
  });

  it.each(questionKinds)("of a %s may be missing, unless it is required", (kind) => {
    for (const given of [undefined, null, false, ""]) {
      expect(of(kind, given)).toEqual({ answers: {}, errors: {} });
      const required = checkAnswers([question("q", { kind, required: true })], { q: given }, "registration");
      expect(Object.keys(required.errors)).toEqual(["q"]);
    }
  });
});

describe("what is shown", () => {
  const form = [
    question("visa", { kind: "choice" }),
    question("where", { kind: "choices", shownIfId: "visa", shownIfValue: "yes", required: true }),
    question("why", { shownIfId: "where", shownIfValue: "no", required: true }),
    question("agreed", { kind: "agreement" }),
    question("name", { shownIfId: "agreed", shownIfValue: "true" }),
  ];
  const shown = (answers: Record<string, Answer>) => visibleQuestions(form, answers).map(({ id }) => id);

  it("follows a chain of answers", () => {
    expect(shown({})).toEqual(["visa", "agreed"]);
    expect(shown({ visa: "yes", where: ["yes", "no"] })).toEqual(["visa", "where", "why", "agreed"]);
    expect(shown({ agreed: true })).toEqual(["visa", "agreed", "name"]);
  });

  it("does not follow an answer that is hidden itself", () => {
    expect(shown({ visa: "no", where: ["no"] })).toEqual(["visa", "agreed"]);
  });

  it("decides what is required and what is stored", () => {
    const given = { visa: "yes", where: "", why: "because" };
    expect(checkAnswers(form, given, "registration")).toEqual({
      answers: { visa: "yes" },
      errors: { where: "validation.required" },
    });
    expect(checkAnswers(form, { ...given, visa: "no", where: "no" }, "registration")).toEqual({
      answers: { visa: "no" },
      errors: {},
    });
  });

  it("counts what was answered in the stage before, and asks nothing of the other stage", () => {
    const later = question("later", { stage: "after_approval", shownIfId: "visa", shownIfValue: "yes" });
    const both = [...form, { ...later, required: true }];
    expect(checkAnswers(both, {}, "registration").errors).toEqual({});
    expect(checkAnswers(both, {}, "after_approval", { visa: "no" }).errors).toEqual({});
    expect(checkAnswers(both, {}, "after_approval", { visa: "yes", where: ["yes"] })).toEqual({
      answers: { visa: "yes", where: ["yes"] },
      errors: { later: "validation.required" },
    });
    // What is given for another stage than the one that is answered does not count.
    expect(checkAnswers(both, { visa: "yes" }, "after_approval").answers).toEqual({});
  });
});

/** Forms with conditions on anything: earlier questions, later ones, and none that there are. */
const forms = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...questionKinds),
      stage: fc.constantFrom(...questionStages),
      required: fc.boolean(),
      on: fc.option(fc.nat(9), { nil: null }),
      value: fc.constantFrom("yes", "no", "true", "other"),
    }),
    { maxLength: 10 },
  )
  .map((drafts) =>
    drafts.map(({ on, value, ...more }, index) =>
      question(`q${index}`, { ...more, shownIfId: on === null ? null : `q${on}`, shownIfValue: value }),
    ),
  );
const anything = fc.dictionary(
  fc.nat(12).map((n) => `q${n}`),
  fc.oneof(
    fc.constantFrom("yes", "no", "true", "on", "", "2026-01-01", "SE", "12"),
    fc.string(),
    fc.array(fc.constantFrom("yes", "no", "x")),
    fc.boolean(),
    fc.double(),
    fc.anything(),
  ),
  { noNullPrototype: true },
);

describe("whatever is sent", () => {
  it("an answer to a hidden question never survives, nor one to a question there is not", () => {
    fc.assert(
      fc.property(
        forms,
        anything,
        anything,
        fc.constantFrom(...questionStages),
        (form, given, kept, stage) => {
          const stored = checkAnswers(form, kept, "registration").answers;
          const { answers, errors } = checkAnswers(form, given, stage, stored);
          const visible = new Set(visibleQuestions(form, answers).map(({ id }) => id));
          for (const id of [...Object.keys(answers), ...Object.keys(errors)])
            expect(visible.has(id), id).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(forms, anything, (form, given) => {
        const one = form.map((asked) => ({ ...asked, stage: "registration" as const }));
        const { answers } = checkAnswers(one, given, "registration");
        expect(checkAnswers(one, answers, "registration").answers).toEqual(answers);
        expect(answersSoFar(one, answers)).toEqual(answers);
      }),
      { numRuns: 1_000 },
    );
  });

  it("an answer is plain data that comes back from the database as it was", () => {
    fc.assert(
      fc.property(forms, anything, (form, given) => {
        const { answers } = checkAnswers(form, given, "registration");
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
      }),
    );
  });
});

describe("the order of the form", () => {
  const a = question("a", { kind: "choice" });
  const b = question("b", { shownIfId: "a", shownIfValue: "yes" });
  const c = question("c", { stage: "after_approval" });

  it("is by stage, then by place", () => {
    const placed = [
      { ...c, position: 1 },
      { ...b, position: 3 },
      { ...a, position: 2 },
    ];
    expect(inOrder(placed).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("lets a condition refer to an answer of an earlier question, and nothing else", () => {
    expect(brokenConditions([a, b, c])).toEqual([]);
    expect(brokenConditions([b, a, c])).toEqual(["b"]);
    expect(brokenConditions([b])).toEqual(["b"]);
    expect(brokenConditions([a, { ...b, shownIfValue: "maybe" }])).toEqual(["b"]);
    expect(brokenConditions([question("a"), { ...b, shownIfValue: "x" }])).toEqual(["b"]);
    expect(brokenConditions([{ ...a, shownIfId: "a", shownIfValue: "yes" }])).toEqual(["a"]);
    expect(conditionValues({ kind: "agreement", options: [] })).toEqual(["true"]);
    expect(conditionValues({ kind: "country", options: [] })).toEqual([]);
  });

  it("moves a question within its stage, never before the one it is shown by", () => {
    const d = question("d");
    const form = [a, b, d, c];
    expect(neighbour(form, "d", "down")).toBeUndefined();
    expect(neighbour(form, "a", "up")).toBeUndefined();
    expect(mayMove(form, "b", "up")).toBe(false);
    expect(mayMove(form, "a", "down")).toBe(false);
    expect(mayMove(form, "b", "down")).toBe(true);
    expect(mayMove(form, "d", "up")).toBe(true);
    expect(mayMove(form, "c", "up")).toBe(false);
    expect(mayMove(form, "nobody", "up")).toBe(false);
  });
});

describe("options as lines", () => {
  const before = [
    { value: "yes", label: { en: "Yes", sv: "Ja" } },
    { value: "no", label: { en: "No", sv: "Nej" } },
  ];

  it("keep their values when they are moved, renamed, joined by others", () => {
    const values = (en: string[], sv: string[]) => optionsFrom({ en, sv }, before).map(({ value }) => value);
    expect(values(["No", "Yes"], ["Nej", "Ja"])).toEqual(["no", "yes"]);
    expect(values(["Yes", "Certainly not"], ["Ja", "Absolut inte"])).toEqual(["yes", "no"]);
    expect(values(["Yes", "Perhaps", "No"], ["Ja", "Kanske", "Nej"])).toEqual(["yes", "perhaps", "no"]);
    expect(values(["No"], ["Nej"])).toEqual(["no"]);
    expect(values(["Yes", "No way"], ["Ja då", "Nej"])).toEqual(["yes", "no"]);
  });

  it("get values of their own, in whatever script", () => {
    expect(optionsFrom({ en: ["Élan vital!", "Elan vital", "中文"] }).map(({ value }) => value)).toEqual([
      "elan-vital",
      "elan-vital-2",
      "option",
    ]);
    // The value of an option that went does not come back for another.
    expect(optionsFrom({ en: ["a", "b", "Yes!"] }, before).map(({ value }) => value)).toEqual([
      "a",
      "b",
      "yes-2",
    ]);
  });
});

describe("who reads an answer", () => {
  const none = { own: false, needs: false, secretariat: false, delegation: false, door: false };
  const reads = (rights: Partial<typeof none>) =>
    answerAudiences.filter((audience) => mayRead({ ...none, ...rights }, audience));

  it("is the audience and those before it, and always the participant", () => {
    expect(reads({})).toEqual([]);
    expect(reads({ own: true })).toEqual(answerAudiences);
    expect(reads({ needs: true })).toEqual(["needs"]);
    expect(reads({ secretariat: true })).toEqual(["secretariat", "delegation", "door"]);
    expect(reads({ delegation: true })).toEqual(["delegation", "door"]);
    expect(reads({ door: true })).toEqual(["door"]);
  });

  it("the second stage opens with the approval, and nothing is asked of those who left", () => {
    expect(openStages("approved")).toEqual(["registration", "after_approval"]);
    expect(openStages("submitted")).toEqual(["registration"]);
    expect(openStages("nominated")).toEqual(["registration"]);
    expect(openStages("withdrawn")).toEqual([]);
  });
});

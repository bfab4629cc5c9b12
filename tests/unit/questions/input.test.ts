import { describe, expect, it } from "vitest";
import { registrationInput } from "@/domain/participations/input";
import { answerInput, givenAnswers, presetNames, questionInput } from "@/domain/questions/input";
import { presetOf } from "@/domain/questions/presets/bank";
import { brokenConditions } from "@/domain/questions/rules";
import { formFiles, formObject } from "@/lib/form";

const id = "0b7f7a52-6ab1-4a49-8a3e-3d7b3a1f2c11";
const sent = {
  eventId: id,
  stage: "registration",
  kind: "choice",
  label: { en: "Meal", sv: "Måltid" },
  options: { en: "Meat\r\n\r\n Fish ", sv: "Kött\nFisk" },
  audience: "secretariat",
};
const errorsOf = (more: object) =>
  questionInput
    .safeParse({ ...sent, ...more })
    .error?.issues.map((issue) => [issue.path.join("."), issue.message]);

describe("a question's form", () => {
  it("reads options as lines and the condition as one choice", () => {
    const parsed = questionInput.parse({ ...sent, shownIf: `${id}:yes`, required: "on" });
    expect(parsed).toMatchObject({
      options: { en: ["Meat", "Fish"], sv: ["Kött", "Fisk"] },
      shownIf: { questionId: id, value: "yes" },
      required: true,
      keptDays: null,
      reviewed: false,
    });
    expect(questionInput.parse(sent).shownIf).toBeNull();
  });

  it.each([
    [{ audience: "needs" }, "keptDays", "validation.keptDays"],
    [{ audience: "needs", keptDays: "-1" }, "keptDays", "validation.number"],
    [{ options: { en: "", sv: "" } }, "options", "validation.options"],
    [{ options: { en: "a\nb", sv: "a" } }, "options.sv", "validation.optionsDiffer"],
    [{ options: { en: "a\na", sv: "a\nb" } }, "options.en", "validation.twice"],
    [{ options: { en: "x".repeat(201) } }, "options.en", "validation.tooLong"],
    [{ shownIf: "nonsense" }, "shownIf", "validation.choice"],
    [{ shownIf: `${id}:` }, "shownIf", "validation.choice"],
    [{ label: { en: "", sv: "" } }, "label", "validation.oneLanguage"],
    [{ kind: "password" }, "kind", "validation.choice"],
  ])("refuses %o", (more, path, message) => {
    expect(errorsOf(more)).toContainEqual([path, message]);
  });
});

describe("answers as a form sends them", () => {
  it("are known by the ids of their questions; other names are ignored", () => {
    const form = new FormData();
    form.append(`answers.${id}`, "a");
    form.append(`answers.${id}`, "b");
    form.append("answers.website", "x");
    form.append("answers.__proto__.polluted", "x");
    form.append("event", "summit");
    const { answers } = formObject(form) as { answers: unknown };
    expect(givenAnswers.parse(answers)).toEqual({ [id]: ["a", "b"] });
    expect(givenAnswers.parse("nonsense")).toEqual({});
    expect(givenAnswers.parse(undefined)).toEqual({});
  });

  it("may be missing from a registration", () => {
    const registration = { event: "summit", name: "A", email: "a@example.org", locale: "en" };
    expect(registrationInput.parse(registration).answers).toEqual({});
    expect(answerInput.parse({ id, revision: "1", stage: "registration" })).toMatchObject({
      answers: {},
      removed: [],
    });
  });

  it("carry their files beside them", () => {
    const form = new FormData();
    form.append(`answers.${id}`, new File(["x"], "passport.pdf"));
    form.append("answers.empty", new File([], ""));
    form.append("answers.text", "no file");
    form.append("photo", new File(["x"], "photo.png"));
    expect(Object.keys(formFiles(form, "answers."))).toEqual([id]);
    expect(formFiles("no form", "answers.")).toEqual({});
  });
});

describe("the presets", () => {
  it.each(presetNames)("%s asks in both languages, in an order that its conditions can follow", (name) => {
    const drafts = presetOf(name);
    expect(drafts.length).toBeGreaterThan(3);
    const asked = drafts.map(({ key, shownIf, ...draft }) => ({
      ...draft,
      id: key,
      shownIfId: shownIf?.key ?? null,
      shownIfValue: shownIf?.value ?? "",
    }));
    expect(brokenConditions(asked)).toEqual([]);
    expect(new Set(asked.map((question) => question.id)).size).toBe(asked.length);
    for (const question of asked) {
      const said = [question.label, ...question.options.map((option) => option.label)];
      for (const words of [...said, ...(Object.keys(question.help).length > 0 ? [question.help] : [])])
        expect(Object.keys(words).toSorted(), question.id).toEqual(["en", "sv"]);
      if (question.audience === "needs") expect(question.keptDays).toBe(30);
      if (question.stage === "registration")
        expect(["passport", "nationality", "passportCopy"]).not.toContain(question.id);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "@/db/enums";
import { previewInput, templateInput, writtenWords } from "@/domain/templates/input";
import {
  filled,
  fillParts,
  placeholders,
  placeholdersIn,
  placeholdersOf,
  problemsOf,
  templates,
  type Values,
  wordsFor,
} from "@/domain/templates/rules";
import { houseWords } from "@/domain/templates/words";
import { messages } from "@/lib/i18n/messages";

const values = (given: Partial<Values> = {}): Values => ({
  ...(Object.fromEntries(placeholders.map((name) => [name, ""])) as Values),
  ...given,
});

/** Texts with placeholders, braces and brackets of all kinds in any order. */
const anyTemplate = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...placeholders.map((name) => `{${name}}`),
        "{",
        "}",
        "{{",
        "{nope}",
        "{ name }",
        "\n",
        " ",
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
const anyValues = fc
  .tuple(...placeholders.map(() => fc.oneof(fc.string(), fc.constantFrom("{name}", "{{link}}", "<b>", "$&"))))
  .map((given) => Object.fromEntries(placeholders.map((name, n) => [name, given[n]])) as Values);
const wordless = Object.fromEntries(placeholders.map((name) => [name, "x"])) as Values;

describe("filling in", () => {
  it("leaves no braces of a known placeholder, whatever the text", () => {
    fc.assert(
      fc.property(anyTemplate, (text) => {
        const done = fillParts(text, wordless)
          .map((part) => part.text)
          .join("");
        for (const name of placeholders) expect(done).not.toContain(`{${name}}`);
      }),
    );
  });

  it("puts values in as they are, and never reads them", () => {
    fc.assert(
      fc.property(anyTemplate, anyValues, (text, given) => {
        for (const part of fillParts(text, given)) {
          if (part.from) expect(part.text).toBe(given[part.from]);
        }
      }),
    );
    const name = "{event} {{link}} $& <script>";
    expect(filled({ subject: "Dear {name}", body: "{name}" }, values({ name, event: "X" }))).toMatchObject({
      subject: "Dear {event} {{link}} $& <script>",
      paragraphs: [name],
    });
  });

  it("keeps every character that is no placeholder", () => {
    fc.assert(
      fc.property(anyTemplate, (text) => {
        const kept = fillParts(text, wordless)
          .map((part) => (part.from ? `{${part.from}}` : part.text))
          .join("");
        expect(kept).toBe(text);
      }),
    );
  });

  it("leaves out a line of placeholders alone that are empty, and a paragraph of such lines", () => {
    const body = "Hello\n{where}\nend\n\n{where}\n{reason}\n\nWhere: {where}";
    expect(filled({ subject: "{reason}", body }, values()).paragraphs).toEqual(["Hello\nend", "Where: "]);
  });

  it("makes one line of a subject, and does not break paragraphs at a value's empty lines", () => {
    const reason = "One\n\nTwo";
    const said = filled({ subject: "Why: {reason}", body: "Because {reason}.\n\nBye" }, values({ reason }));
    expect(said.subject).toBe("Why: One Two");
    expect(said.paragraphs).toEqual(["Because One\n\nTwo.", "Bye"]);
  });
});

describe("the placeholders of a mail", () => {
  it("are refused by name where it cannot fill them, per language", () => {
    expect(
      problemsOf("approved", {
        subject: { en: "{until}" },
        body: { en: "{Name}", sv: "{__proto__} {name}" },
      }),
    ).toEqual([
      { kind: "unknown", placeholder: "until", locale: "en" },
      { kind: "unknown", placeholder: "Name", locale: "en" },
      { kind: "unknown", placeholder: "__proto__", locale: "sv" },
    ]);
  });

  it("are demanded where the mail would not say what it is for", () => {
    const body = { en: "Take it", sv: "Ta den senast {until}" };
    expect(problemsOf("offered", { subject: { en: "{until}" }, body })).toEqual([
      { kind: "missing", placeholder: "until", locale: "en" },
    ]);
    expect(problemsOf("offered", { subject: {}, body: {} })).toEqual([]);
    expect(problemsOf("moved", { subject: {}, body: { en: "{when}" } })).toMatchObject([
      { kind: "missing", placeholder: "where" },
    ]);
  });

  it("never hide a known one: what may be used is filled", () => {
    for (const template of templates)
      for (const name of placeholdersOf(template)) expect(placeholders).toContain(name);
  });
});

describe("the house's words", () => {
  it("stand for every mail that has words, and obey the same rules", () => {
    const worded = Object.entries(messages.en.participations.mail)
      .filter(([, value]) => typeof value === "object")
      .map(([name]) => name);
    expect(templates.toSorted()).toEqual(worded.toSorted());
    for (const template of templates)
      for (const locale of locales) {
        const { subject, body } = houseWords(template, locale);
        expect(problemsOf(template, { subject: { [locale]: subject }, body: { [locale]: body } })).toEqual(
          [],
        );
      }
  });

  it("of ready-made reminders use what their readers have", () => {
    const named = Object.values(messages.sv.mailing.reminders.preset).flatMap(({ subject, body }) =>
      placeholdersIn(subject + body),
    );
    for (const name of named) expect(placeholders).toContain(name);
  });
});

describe("words for a reader", () => {
  const words = { subject: { en: "Hello", sv: "Hej" }, body: { en: "Text" } };
  it("are in their language where both parts are, else in the group's first, else in any", () => {
    expect(wordsFor(words, "sv", "en")).toEqual({ locale: "en", subject: "Hello", body: "Text" });
    expect(wordsFor({ ...words, body: { en: "Text", sv: "Brev" } }, "sv", "en").locale).toBe("sv");
    expect(wordsFor({ subject: { sv: "Hej" }, body: { sv: "Brev" } }, "en", "en").locale).toBe("sv");
  });

  it("have both parts in each language that is begun, and one language at least", () => {
    const errors = (given: object) =>
      writtenWords.safeParse(given).error?.issues.map((issue) => issue.path.join("."));
    expect(errors({ subject: { en: "A" }, body: { en: "B" } })).toBeUndefined();
    expect(errors({ subject: { en: "A", sv: "C" }, body: { en: "B" } })).toEqual(["body.sv"]);
    expect(errors({ subject: {}, body: { sv: "B" } })).toEqual(["subject.sv"]);
    expect(errors({})).toEqual(["subject"]);
    expect(errors({ subject: { en: "two\nlines" }, body: { en: "B" } })).toEqual(["subject.en"]);
  });

  it("are for a known mail only", () => {
    const eventId = "6f1f2a34-0000-4000-8000-000000000000";
    expect(templateInput.safeParse({ eventId, template: "x", revision: 0 }).success).toBe(false);
    expect(templateInput.safeParse({ eventId, template: "approved", revision: "0" }).success).toBe(true);
    expect(
      previewInput.parse({ eventId, template: "approved", revision: 1, lang: "sv", participationId: "" }),
    ).toMatchObject({ participationId: null });
  });
});

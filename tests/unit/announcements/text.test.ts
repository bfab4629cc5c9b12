import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { richBody, richBodyField, storedBody } from "@/domain/announcements/text/input";
import { isSafeLink, most, paragraphs, peopleQuoted, plainText } from "@/domain/announcements/text/rules";

const text = (words: string, marks?: object[]) => ({
  type: "text",
  text: words,
  ...(marks ? { marks } : {}),
});
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: object[]) => ({ type: "doc", content });
const link = (href: string) => doc(paragraph(text("here", [{ type: "link", attrs: { href } }])));

const whole = doc(
  { type: "heading", attrs: { level: 2 }, content: [text("A heading")] },
  paragraph(text("Plain "), text("bold", [{ type: "bold" }]), { type: "hardBreak" }, text("next")),
  { type: "heading", attrs: { level: 3 } },
  {
    type: "bulletList",
    content: [
      {
        type: "listItem",
        content: [
          paragraph(text("one")),
          {
            type: "orderedList",
            attrs: { start: 3 },
            content: [{ type: "listItem", content: [paragraph(text("inner"))] }],
          },
        ],
      },
    ],
  },
  {
    type: "blockquote",
    attrs: { personId: null, speaker: "Ana Perez", office: "Minister" },
    content: [paragraph(text("We go on."))],
  },
  paragraph(),
);

describe("what is a text", () => {
  test("every node and mark of the list is", () => {
    expect(richBody.parse(whole)).toEqual(whole);
  });

  test("its words without their form", () => {
    expect(plainText(richBody.parse(whole))).toBe("A heading\nPlain bold\nnext\none\ninner\nWe go on.");
  });

  test("marks of a line break fall away", () => {
    const broken = doc(paragraph({ type: "hardBreak", marks: [{ type: "bold" }] }));
    expect(richBody.parse(broken)).toEqual(doc(paragraph({ type: "hardBreak" })));
  });
});

const deep = (levels: number): object =>
  levels === 0
    ? paragraph(text("x"))
    : { type: "bulletList", content: [{ type: "listItem", content: [deep(levels - 1)] }] };

describe("what is refused", () => {
  const hostile: [string, unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a word", "doc"],
    ["a number", 7],
    ["a list", []],
    ["another root", paragraph(text("x"))],
    ["a script", doc({ type: "script", content: [text("alert(1)")] })],
    ["an image", doc({ type: "image", attrs: { src: "https://example.org/x.png" } })],
    ["HTML in disguise", doc({ type: "html", text: "<b>" })],
    ["a heading of level 1", doc({ type: "heading", attrs: { level: 1 } })],
    ["a heading of level 4", doc({ type: "heading", attrs: { level: 4 } })],
    ["an attribute that is not known", doc({ type: "paragraph", attrs: { onclick: "x" } })],
    ["a property that is not known", doc({ ...paragraph(text("x")), style: "x" })],
    ["a mark that is not known", doc(paragraph(text("x", [{ type: "code" }])))],
    ["an attribute of a mark", doc(paragraph(text("x", [{ type: "bold", attrs: { class: "x" } }])))],
    [
      "a target of a link",
      doc(paragraph(text("x", [{ type: "link", attrs: { href: "https://a.example", target: "_top" } }]))),
    ],
    [
      "a quote within a quote",
      doc({
        type: "blockquote",
        attrs: {},
        content: [{ type: "blockquote", attrs: {}, content: [paragraph()] }],
      }),
    ],
    [
      "a person who is no id",
      doc({ type: "blockquote", attrs: { personId: "1 or 1=1" }, content: [paragraph()] }),
    ],
    ["a NUL", doc(paragraph(text("a\u0000b")))],
    ["a lone surrogate", doc(paragraph(text("a\ud800b")))],
    ["a reversal of direction", doc(paragraph(text("a\u202eb")))],
    ["an empty text", doc(paragraph(text("")))],
    ["an endless nesting", doc(deep(2_000))],
    ["too many nodes", doc(...Array.from({ length: most.nodes + 1 }, () => paragraph()))],
    ["content that is no list", { type: "doc", content: { length: 1, 0: paragraph() } }],
  ];
  test.each(hostile)("%s", (_, tree) => {
    expect(richBody.safeParse(tree).success).toBe(false);
    expect(storedBody(tree)).toEqual({ type: "doc", content: [] });
  });

  test.each(["__proto__", "constructor", "prototype"])("the name %s, wherever it stands", (name) => {
    const sent = `{"type":"doc","content":[{"type":"paragraph","${name}":{"polluted":true}}]}`;
    expect(richBodyField.safeParse(sent).success).toBe(false);
    const inside = `{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"${name}":{"polluted":true}}}]}`;
    expect(richBodyField.safeParse(inside).success).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each(["", "{", "[".repeat(100_000), "\u0000", `"${"x".repeat(300_000)}"`])(
    "a field that is no JSON of a text",
    (sent) => {
      expect(richBodyField.safeParse(sent).success).toBe(false);
    },
  );

  test("anything at all is answered and never thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 20 }), fc.object()), (tree) => {
        const read = richBody.safeParse(tree);
        if (read.success) plainText(read.data);
      }),
    );
    fc.assert(fc.property(fc.string(), (sent) => void richBodyField.safeParse(sent)));
  });
});

describe("links", () => {
  test.each([
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/å",
    "mailto:press@example.org",
    "mailto:press@example.org?subject=Hej",
  ])("%s may be followed", (href) => {
    expect(isSafeLink(href)).toBe(true);
    expect(richBody.safeParse(link(href)).success).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "/en/organize",
    "https:example.org",
    "https://",
    "https://user:secret@example.org",
    "https://example.org/ x",
    'https://example.org/"onclick="x',
    "mailto:a@example.org,b@example.org",
    "mailto:",
    `https://example.org/${"x".repeat(3_000)}`,
    "",
  ])("%j may not", (href) => {
    expect(isSafeLink(href)).toBe(false);
    expect(richBody.safeParse(link(href)).success).toBe(false);
  });
});

test("the people quoted, each once", () => {
  const personId = "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10";
  const quote = { type: "blockquote", attrs: { personId }, content: [paragraph(text("x"))] };
  const other = { type: "blockquote", attrs: { speaker: "Somebody" }, content: [paragraph(text("y"))] };
  const body = richBody.parse(doc(quote, other, quote));
  expect(peopleQuoted([body, body])).toEqual([personId]);
});

test("plain paragraphs are a text", () => {
  expect(plainText(richBody.parse(paragraphs(["one", "two"])))).toBe("one\ntwo");
});

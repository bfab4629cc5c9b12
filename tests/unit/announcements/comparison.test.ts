import { describe, expect, it } from "vitest";
import { changesBetween, type PartChange } from "@/domain/announcements/comparison/rules";
import type { Block, EditionText, Inline } from "@/domain/announcements/text/rules";

const edition = (content: Block[], facts: Partial<EditionText> = {}): EditionText => ({
  title: "New member",
  lead: "In short.",
  body: { type: "doc", content },
  dateline: "",
  pressContact: "",
  authors: [],
  cover: null,
  ...facts,
});
const words = (text: string, marks?: Extract<Inline, { type: "text" }>["marks"]): Inline => ({
  type: "text",
  text,
  ...(marks ? { marks } : {}),
});
const line = (id: string | undefined, ...content: Inline[]): Block => ({
  type: "paragraph",
  ...(id ? { attrs: { id } } : {}),
  content,
});
const compared = (before: EditionText, after: EditionText) =>
  changesBetween(before, after, ({ version }) => `standing words ${version}`);
const said = (changes: PartChange[]) =>
  changes
    .filter((one) => one.kind !== "same" || one.moved)
    .map((one) => [
      one.kind,
      one.kind === "removed" ? one.before.kind : one.after.kind,
      one.kind === "added" ? "" : one.before.text,
      one.kind === "removed" ? "" : one.after.text,
    ]);

describe("what changed between two revisions", () => {
  it("is nothing where they say the same, which is shown part by part", () => {
    const one = edition([line("a", words("First.")), line("b", words("Second."))]);
    const changes = compared(one, one);
    expect(said(changes)).toEqual([]);
    expect(changes.map((change) => change.id)).toEqual(["title", "lead", "block a", "block b"]);
  });

  it("is told of the title, the lead and what else stands around the body", () => {
    const before = edition([], { dateline: "Stockholm", authors: ["A", "B"] });
    const after = edition([], { title: "Two members", lead: "", authors: ["A"], pressContact: "Ring us" });
    expect(said(compared(before, after))).toEqual([
      ["changed", "title", "New member", "Two members"],
      ["removed", "lead", "In short.", ""],
      ["changed", "authors", "A, B", "A"],
      ["added", "pressContact", "", "Ring us"],
      ["removed", "dateline", "Stockholm", ""],
    ]);
  });

  it("goes by the ids of blocks: one put in between others leaves them as they are, one moved says so", () => {
    const before = edition([
      line("a", words("First.")),
      line("b", words("Second.")),
      line("c", words("Third.")),
    ]);
    const after = edition([
      line("c", words("Third.")),
      line("a", words("First.")),
      line("x", words("New.")),
      line("b", words("Second, and more.")),
    ]);
    const changes = compared(before, after);
    expect(said(changes)).toEqual([
      ["same", "paragraph", "Third.", "Third."],
      ["added", "paragraph", "", "New."],
      ["changed", "paragraph", "Second.", "Second, and more."],
    ]);
  });

  it("goes by their place in texts from before blocks had ids", () => {
    const before = edition([line(undefined, words("First.")), line(undefined, words("Second."))]);
    const after = edition([line("b1", words("First.")), line("b2", words("Other."))]);
    expect(said(compared(before, after))).toEqual([["changed", "paragraph", "Second.", "Other."]]);
  });

  it("tells a link that leads elsewhere, also inside of a list, and whose words a quote is", () => {
    const link = (href: string) => words("here", [{ type: "link", attrs: { href } }]);
    const list = (href: string): Block => ({
      type: "bulletList",
      attrs: { id: "l" },
      content: [{ type: "listItem", content: [{ type: "paragraph", content: [words("See "), link(href)] }] }],
    });
    const quote = (office: string): Block => ({
      type: "blockquote",
      attrs: { id: "q", personId: null, speaker: "Ana", office },
      content: [{ type: "paragraph", content: [words("Yes.")] }],
    });
    const before = edition([list("https://a.example.org"), quote("Chair")]);
    const after = edition([list("https://b.example.org"), quote("Minister")]);
    expect(said(compared(before, after))).toEqual([
      ["changed", "bulletList", "See here <https://a.example.org>", "See here <https://b.example.org>"],
      ["changed", "blockquote", "Yes.\nAna, Chair", "Yes.\nAna, Minister"],
    ]);
  });

  it("says that only the form changed where the words stand, or another picture is shown with them", () => {
    const picture = (mediaId: string): Block => ({
      type: "image",
      attrs: { id: "i", mediaId, alt: "A ship", credit: "C" },
    });
    const before = edition([line("a", words("Bold.")), picture("one")]);
    const after = edition([line("a", words("Bold.", [{ type: "bold" }])), picture("two")]);
    const changes = compared(before, after).filter((one) => one.kind !== "same");
    expect(changes.map((one) => [one.id, one.formOnly])).toEqual([
      ["block a", true],
      ["block i", true],
    ]);
  });

  it("shows the words of a text that is used again, in the version each holds", () => {
    const held = (version: number): Block => ({
      type: "boilerplate",
      attrs: { id: "r", boilerplateId: "about", version },
    });
    expect(said(compared(edition([held(1)]), edition([held(2)])))).toEqual([
      ["changed", "boilerplate", "standing words 1", "standing words 2"],
    ]);
  });
});

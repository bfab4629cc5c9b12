import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOfHtml } from "@/domain/statements/import/from-docx";
import { blocksOfMarkdown } from "@/domain/statements/import/from-markdown";
import { blocksOfText } from "@/domain/statements/import/from-text";
import { type Guess, guessed, matched, titled } from "@/domain/statements/import/rules";

const kinds = (paragraphs: Guess[]) =>
  paragraphs.map(({ kind, level }) => (level ? `${kind} ${level}` : kind));

describe("plain text", () => {
  const text = `Joint statement on steel

We, the members of the group,

Recognising that steel is
needed everywhere,
Som erinrar om avtalet,

COMMITMENTS
1. We will act [by 2030|by 2035].
(a) in our own works;
(i) at once;
2. We will meet again.

Annex A

1. The first list.

Done in Stockholm, 3 March 2026`;

  it("is read into paragraphs whose kinds and levels are guessed", () => {
    const { title, rest } = titled(blocksOfText(text.replace(/everywhere,\n/, "everywhere,\n\n")));
    expect(title).toBe("Joint statement on steel");
    const found = guessed(rest);
    expect(kinds(found)).toEqual([
      "preambular",
      "preambular",
      "preambular",
      "heading",
      "operative",
      "operative 1",
      "operative 2",
      "operative",
      "annex",
      "operative",
      "closing",
    ]);
    expect(found[1]?.text).toBe("Recognising that steel is needed everywhere,");
    expect(found[4]?.text).toBe("We will act [by 2030|by 2035].");
  });

  it("without empty lines has a paragraph to a line", () => {
    expect(blocksOfText("One.\nTwo.\r\nThree.").map((one) => one.text)).toEqual(["One.", "Two.", "Three."]);
  });

  it("tells the ninth letter from the first of a deeper list", () => {
    const depth = (text: string) => blocksOfText(text).map((one) => one.depth);
    expect(depth("1. One\n(h) eight\n(i) nine")).toEqual([0, 1, 1]);
    expect(depth("1. One\n(a) one\n(i) deep")).toEqual([0, 1, 2]);
  });
});

describe("Markdown", () => {
  it("is read with headings, lists, emphasis, links and footnotes", () => {
    const blocks = blocksOfMarkdown(
      "# On steel\n\n*Recalling* the [report](https://example.org/r),\n\n## Act\n\n1. First[^1].\n   - under it\n2. Second.\n\n[^1]: Not *iron*.\n",
    );
    expect(blocks.map(({ text, shape, depth }) => [shape, depth, text])).toEqual([
      ["heading", 0, "On steel"],
      ["paragraph", 0, "*Recalling* the [report](https://example.org/r),"],
      ["heading", 0, "Act"],
      ["item", 0, "First^[Not \\*iron\\*.]."],
      ["bullet", 1, "under it"],
      ["item", 0, "Second."],
    ]);
    expect(kinds(guessed(titled(blocks).rest))).toEqual([
      "preambular",
      "heading",
      "operative",
      "operative 1",
      "operative",
    ]);
  });

  it("runs no markup", () => {
    const blocks = blocksOfMarkdown(
      "Hello <script>alert(1)</script> world\n\n<div onclick=x>no</div>\n\n![a](x.png)",
    );
    expect(blocks.map(({ text }) => text).join(" ")).not.toContain("<");
  });
});

describe("what a Word document is converted to", () => {
  it("is read with headings, lists, emphasis, links and footnotes", () => {
    const html =
      '<h1>On steel</h1><p><em>Recalling</em> the &amp; <a href="https://example.org">report</a>,</p><ol><li>First<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.<ol><li>under <img src="" /></li></ol></li><li>Second [x].</li></ol><ol><li id="footnote-1"><p> Not iron. <a href="#footnote-ref-1">↑</a></p></li></ol>';
    expect(blocksOfHtml(html).map(({ text, shape, depth }) => [shape, depth, text])).toEqual([
      ["heading", 0, "On steel"],
      ["paragraph", 0, "*Recalling* the & [report](https://example.org),"],
      ["item", 0, "First^[Not iron.]."],
      ["item", 1, "under"],
      ["item", 0, "Second [x]."],
    ]);
  });
});

describe("laying a text on another", () => {
  const text = (id: string, words: string) => ({ id, text: words });
  it("keeps the ids of what is the same, also moved, and of what was rewritten a little", () => {
    const base = [
      text("a", "We agree on steel."),
      text("b", "We will meet again in the spring."),
      text("c", "So be it."),
    ];
    const laid = matched(
      [
        text("", "So be it."),
        text("", "We agree on  steel."),
        text("", "We will meet again in the autumn."),
        text("", "Other."),
      ],
      base,
    );
    expect(laid.map(({ id }) => id)).toEqual(["c", "a", "b", ""]);
  });

  it("gives every id once, and only ids of the base", () => {
    const paragraphs = fc.array(fc.constantFrom("one two", "one two three", "four", "five six", ""), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const base = before.map((words, at) => text(`id-${at}`, words));
        const ids = matched(
          after.map((words) => text("", words)),
          base,
        ).map(({ id }) => id);
        const given = ids.filter(Boolean);
        expect(new Set(given).size).toBe(given.length);
        expect(given.every((id) => base.some((one) => one.id === id))).toBe(true);
        // The same text laid on itself has no difference at all.
        expect(
          matched(
            base.map((one) => ({ ...one, id: "" })),
            base,
          ),
        ).toEqual(base);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bracketsOf,
  chooseOption,
  escapeInline,
  type Inline,
  plainWords,
  readInline,
} from "@/domain/statements/inline/rules";

/** Texts that are full of signs. */
const signs = fc
  .array(fc.constantFrom("a", "b ", " ", "*", "[", "]", "|", "^", "\\", "(", ")", "https://x.org"), {
    maxLength: 24,
  })
  .map((parts) => parts.join(""));

const read = (nodes: Inline[]): { index: number; source: string }[] =>
  nodes.flatMap((node) => {
    if (node.kind === "bracket") return [{ index: node.index, source: node.source }];
    return node.kind === "emphasis" ? read(node.children) : [];
  });

describe("the signs in a paragraph", () => {
  it("are emphasis, links, footnotes and brackets with their options", () => {
    const { nodes, problems } = readInline(
      "We *will* act [by 2030|by 2035|], see [it](https://x.org)^[A note.].",
    );
    expect(problems).toEqual([]);
    expect(nodes.map((node) => node.kind)).toEqual([
      "text",
      "emphasis",
      "text",
      "bracket",
      "text",
      "link",
      "footnote",
      "text",
    ]);
    expect(bracketsOf("[by 2030|by 2035|]")[0]?.options).toEqual(["by 2030", "by 2035", ""]);
    expect(bracketsOf("[carbon capture]")[0]?.options).toEqual(["carbon capture", ""]);
  });

  it("are said to be wrong where a bracket is not closed, stands in another, or leads nowhere", () => {
    expect(readInline("a [b").problems).toEqual(["unbalanced_bracket"]);
    expect(readInline("a] b").problems).toEqual(["unbalanced_bracket"]);
    expect(readInline("*a ] b*").problems).toEqual(["unbalanced_bracket"]);
    expect(readInline("[a [b|c]]").problems).toEqual(["nested_bracket"]);
    expect(readInline("[a](javascript:alert(1))").problems).toEqual(["bad_link"]);
    expect(readInline("[a](javascript:x)").nodes).toEqual([{ kind: "text", text: "a" }]);
  });

  it("find the same brackets whichever way they are read", () => {
    fc.assert(
      fc.property(signs, (text) => {
        const { nodes, problems } = readInline(text);
        if (problems.length > 0) return;
        expect(read(nodes)).toEqual(bracketsOf(text).map(({ index, source }) => ({ index, source })));
      }),
    );
    expect(read(readInline("*[a|b] and* [c|d]").nodes).map((one) => one.index)).toEqual([0, 1]);
    expect(bracketsOf("\\^[a|b]")).toHaveLength(1);
    expect(bracketsOf("^[a note]")).toEqual([]);
  });

  it("are plain once escaped, and the words are what was escaped", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readInline(escapeInline(text)).problems).toEqual([]);
        expect(bracketsOf(escapeInline(text))).toEqual([]);
        expect(plainWords(escapeInline(text))).toBe(text);
      }),
    );
  });

  it("leave no gap where a bracket is settled with no text", () => {
    expect(chooseOption("by [2030|2035], at last", 0, 1)).toBe("by 2035, at last");
    expect(chooseOption("We act [soon|], and well", 0, 1)).toBe("We act, and well");
    expect(chooseOption("[Soon|] we act", 0, 1)).toBe("we act");
    expect(chooseOption("a [b|c] d [e|f]", 1, 0)).toBe("a [b|c] d e");
    expect(chooseOption("a [b|c]", 3, 0)).toBe("a [b|c]");
  });
});

import type { Inline } from "@/domain/statements/inline/rules";
import type { Words } from "@/lib/pdf/clusters";

/** The words of a paragraph as they are printed; `notes` counts the footnotes of the whole text. */
export function printedWords(
  nodes: readonly Inline[],
  notes: { met: number },
  look: Partial<Words> = {},
): Words[] {
  return nodes.flatMap((node): Words[] => {
    if (node.kind === "text") return [{ ...look, text: node.text }];
    // Emphasis within what is italic already stands upright.
    if (node.kind === "emphasis")
      return printedWords(node.children, notes, { ...look, italic: !look.italic });
    if (node.kind === "link") return printedWords(node.children, notes, { ...look, href: node.href });
    if (node.kind === "footnote") {
      notes.met += 1;
      return [{ ...look, ...noteSign(String(notes.met)) }];
    }
    const options = node.options.filter((option) => option.length > 0);
    const between = options.flatMap((option, at) => [
      ...(at > 0 ? [{ ...look, text: " / " }] : []),
      ...printedWords(option, notes, look),
    ]);
    return [{ ...look, text: "[" }, ...between, { ...look, text: "]" }];
  });
}

/** The sign of a note. It goes with the direction of the document, also behind words that run from right to left. */
export function noteSign(text: string): Words {
  return { text: `\u200e${text}`, raised: true };
}

/** A sentence with an address in it, which can be followed. */
export function withAddress(sentence: string, address: string): Words[] {
  return sentence
    .split(address)
    .flatMap((text, at) => [...(at > 0 ? [{ text: address, href: address }] : []), { text }]);
}

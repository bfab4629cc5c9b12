import { lexer, type Token, type Tokens } from "marked";
import { inlineOf, type Run } from "./inline";
import type { Block } from "./rules";

/** The paragraphs of Markdown, with its emphasis, links and footnotes; tables, pictures and code are read as words. */
export function blocksOfMarkdown(source: string): Block[] {
  const notes = new Map<string, string>();
  const text = source.replace(/^\[\^([^\]\s]+)\]:[ \t]*(.*)$/gm, (_, name: string, note: string) => {
    notes.set(name, note.trim());
    return "";
  });
  const tokens = lexer(text).filter(({ type }) => type !== "space");
  // The line under the title of what we wrote ourselves: which revision it was.
  const [first, second] = tokens as Partial<Tokens.Heading>[];
  const own = first?.type === "heading" && second?.type === "heading" && second.depth === 6;
  return blocksOf(own ? tokens.toSpliced(1, 1) : tokens, 0, notes);
}

function blocksOf(tokens: readonly Token[], depth: number, notes: Map<string, string>): Block[] {
  return tokens.flatMap((token): Block[] => {
    const own = (shape: Block["shape"], inside: Token[]) => {
      const text = inlineOf(runsOf(inside, {}, notes));
      return text ? [{ text, shape, depth }] : [];
    };
    switch (token.type) {
      case "heading":
        return own("heading", token.tokens ?? []);
      case "paragraph":
      case "text":
        return own("paragraph", token.tokens ?? [token]);
      case "blockquote":
        return blocksOf(token.tokens ?? [], depth, notes);
      case "list": {
        const list = token as Tokens.List;
        const shape = list.ordered ? "item" : "bullet";
        return list.items.flatMap((item) =>
          blocksOf(item.tokens, depth + 1, notes).map((block) =>
            block.shape === "paragraph" ? { ...block, shape, depth } : block,
          ),
        );
      }
      case "table": {
        const { header, rows } = token as Tokens.Table;
        return [header, ...rows].flat().flatMap((cell) => own("paragraph", cell.tokens));
      }
      case "code":
        return own("paragraph", [{ type: "text", raw: token.text, text: token.text } as Tokens.Text]);
      default:
        return [];
    }
  });
}

function runsOf(tokens: readonly Token[], look: Partial<Run>, notes: Map<string, string>): Run[] {
  return tokens.flatMap((token): Run[] => {
    switch (token.type) {
      case "em":
        return runsOf(token.tokens ?? [], { ...look, emphasis: true }, notes);
      case "link":
        return runsOf(token.tokens ?? [], { ...look, href: token.href }, notes);
      case "br":
        return [{ ...look, text: "\n" }];
      case "html":
        return [];
      case "image":
        return [{ ...look, text: token.text }];
      case "escape":
      case "codespan":
        return [{ ...look, text: unescaped(token.text) }];
      case "text":
        return token.tokens
          ? runsOf(token.tokens, look, notes)
          : withNotes(unescaped(token.text), look, notes);
      default:
        return "tokens" in token && token.tokens ? runsOf(token.tokens, look, notes) : [];
    }
  });
}

/** Words with the footnotes that are named in them. */
function withNotes(text: string, look: Partial<Run>, notes: Map<string, string>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(/\[\^([^\]\s]+)\]/g)) {
    const note = notes.get(found[1] ?? "");
    if (note === undefined) continue;
    runs.push({ ...look, text: text.slice(from, found.index), note });
    from = found.index + found[0].length;
  }
  return [...runs, { ...look, text: text.slice(from).replace(/\n/g, " ") }];
}

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => signs[name] ?? whole);
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

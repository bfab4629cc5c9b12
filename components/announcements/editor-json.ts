import type {
  Block,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  RichBody,
  Speaker,
} from "@/domain/announcements/text/rules";

/** A node as the editor keeps it, with whatever it keeps besides. */
export type EditorNode = {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: EditorNode[];
};

/**
 * What the editor holds as a text from the closed list: attributes of the editor's own fall away, so does what was
 * pasted into a list or a quote and has no place there but its words, and so do empty paragraphs at the end.
 */
export function fromEditor(doc: EditorNode): RichBody {
  const content = (doc.content ?? []).flatMap(block);
  while (content.length > 0 && isEmpty(content.at(-1))) content.pop();
  return { type: "doc", content };
}

const isEmpty = (last: Block | undefined) => last?.type === "paragraph" && !last.content?.length;

function block(node: EditorNode): Block[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(node)];
    case "heading":
      return [{ ...paragraph(node), type: "heading", attrs: { level: node.attrs?.level === 3 ? 3 : 2 } }];
    case "bulletList":
    case "orderedList":
      return list(node);
    case "blockquote": {
      const content = words(node);
      return content.length > 0 ? [{ type: "blockquote", attrs: speaker(node.attrs), content }] : [];
    }
    default:
      return [];
  }
}

function paragraph(node: EditorNode): Paragraph {
  const content = (node.content ?? []).flatMap(inline);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

function inline(node: EditorNode): Inline[] {
  if (node.type === "hardBreak") return [{ type: "hardBreak" }];
  if (node.type !== "text" || !node.text) return [];
  const marks = (node.marks ?? []).flatMap(mark);
  return [marks.length > 0 ? { type: "text", text: node.text, marks } : { type: "text", text: node.text }];
}

function mark({ type, attrs }: NonNullable<EditorNode["marks"]>[number]): Mark[] {
  if (type === "bold" || type === "italic") return [{ type }];
  return type === "link" && typeof attrs?.href === "string" ? [{ type, attrs: { href: attrs.href } }] : [];
}

function list(node: EditorNode): List[] {
  const content = (node.content ?? []).map(item).filter((one) => one.content.length > 0);
  if (content.length === 0) return [];
  if (node.type === "bulletList") return [{ type: "bulletList", content }];
  const start = node.attrs?.start;
  const counts = typeof start === "number" && start > 1 && start < 10_000;
  return [counts ? { type: "orderedList", attrs: { start }, content } : { type: "orderedList", content }];
}

function item(node: EditorNode): ListItem {
  const content = (node.content ?? []).flatMap((part): (Paragraph | List)[] => {
    if (part.type === "bulletList" || part.type === "orderedList") return list(part);
    return part.type === "blockquote" ? words(part) : [paragraph(part)];
  });
  return { type: "listItem", content };
}

/** The paragraphs inside, however deep. */
function words(node: EditorNode): Paragraph[] {
  return (node.content ?? []).flatMap((part) =>
    part.type === "paragraph" || part.type === "heading" ? [paragraph(part)] : words(part),
  );
}

function speaker(attrs: Record<string, unknown> = {}): Speaker {
  const line = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  return { personId: line(attrs.personId) || null, speaker: line(attrs.speaker), office: line(attrs.office) };
}

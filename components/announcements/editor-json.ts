import { known } from "@/domain/announcements/blocks/rules";
import type {
  Block,
  FactBox,
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
  const content = (doc.content ?? []).flatMap((node) => {
    const id = text(node.attrs?.id);
    return block(node).map((one) => (id ? known(one, { id }) : one));
  });
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
    case "factBox":
      return factBox(node);
    default:
      return atom(node);
  }
}

/** A block without words inside: what it shows is in its attributes. */
function atom({ type, attrs = {} }: EditorNode): Block[] {
  const mediaId = text(attrs.mediaId);
  switch (type) {
    case "image":
      return mediaId ? [{ type, attrs: { mediaId, alt: text(attrs.alt), credit: text(attrs.credit) } }] : [];
    case "video":
      return [
        {
          type,
          attrs: {
            mediaId: mediaId || null,
            href: mediaId ? "" : text(attrs.href),
            title: text(attrs.title),
          },
        },
      ];
    case "file":
      return mediaId ? [{ type, attrs: { mediaId, label: text(attrs.label) } }] : [];
    case "boilerplate":
      return [
        { type, attrs: { boilerplateId: text(attrs.boilerplateId), version: Number(attrs.version) || 1 } },
      ];
    default:
      return [];
  }
}

function factBox({ attrs = {}, content = [] }: EditorNode): FactBox[] {
  const inside = content.flatMap((part): FactBox["content"] =>
    part.type === "bulletList" || part.type === "orderedList" ? list(part) : [paragraph(part)],
  );
  if (inside.length === 0) return [];
  return [{ type: "factBox", attrs: { title: text(attrs.title), asOf: text(attrs.asOf) }, content: inside }];
}

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

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
  return { personId: text(attrs.personId) || null, speaker: text(attrs.speaker), office: text(attrs.office) };
}

import { z } from "zod";
import { day, writable } from "@/domain/input";
import { isSafeLink, isVideoLink, most, type RichBody } from "./rules";

/** The schema of a text: every node, mark and attribute is named here, and any other is refused. */

const invalid = { error: "validation.richText" };
const words = z.string().max(most.characters).refine(writable, { error: "validation.characters" });
const line = words
  .max(300, { error: "validation.tooLong" })
  .transform((value) => value.normalize("NFC").trim());

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.strictObject({ href: z.string().refine(isSafeLink, { error: "validation.link" }) }),
  }),
]);
const marks = z.array(mark).max(3);

const inline = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: words.min(1).transform((value) => value.normalize("NFC")),
    marks: marks.optional(),
  }),
  // The editor lets a line break carry the marks around it; they mean nothing.
  z
    .strictObject({ type: z.literal("hardBreak"), marks: marks.optional() })
    .transform(({ type }) => ({ type })),
]);
const content = z.array(inline).optional();

/** What a block is known by. */
const blockId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const known = { id: blockId.optional(), of: blockId.optional() };

const inner = z.strictObject({ type: z.literal("paragraph"), content });
const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  attrs: z.strictObject(known).optional(),
  content,
});
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]), ...known }),
  content,
});
const quote = z.strictObject({
  type: z.literal("blockquote"),
  attrs: z.strictObject({
    personId: z
      .uuid()
      .nullish()
      .transform((value) => value ?? null),
    speaker: line.default(""),
    office: line.default(""),
    ...known,
  }),
  content: z.array(inner).min(1),
});

const start = z.int().min(1).max(9_999);
const listItem: z.ZodType = z.strictObject({
  type: z.literal("listItem"),
  content: z.array(z.lazy(() => z.union([inner, innerList]))).min(1),
});
const items = z.array(listItem).min(1);
const innerList = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bulletList"), content: items }),
  z.strictObject({
    type: z.literal("orderedList"),
    attrs: z.strictObject({ start }).optional(),
    content: items,
  }),
]);
const list = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("bulletList"),
    attrs: z.strictObject(known).optional(),
    content: items,
  }),
  z.strictObject({
    type: z.literal("orderedList"),
    attrs: z.strictObject({ start: start.optional(), ...known }).optional(),
    content: items,
  }),
]);

const required = { error: "validation.required" };
const said = line.pipe(z.string().min(1, { error: "validation.alt" }));

/** A picture of the library as a text shows it: never without words for whoever cannot see it. */
export const pictureInput = z.strictObject({ mediaId: z.uuid(), alt: said, credit: line.default("") });

const picture = z.strictObject({
  type: z.literal("image"),
  attrs: z.strictObject({ ...pictureInput.shape, ...known }),
});
const video = z.strictObject({
  type: z.literal("video"),
  attrs: z
    .strictObject({
      mediaId: z.uuid().nullable().default(null),
      href: z.string().max(2_000).default(""),
      title: line.pipe(z.string().min(1, required)),
      ...known,
    })
    .refine(({ mediaId, href }) => (mediaId ? href === "" : isVideoLink(href)), {
      error: "validation.videoLink",
    }),
});
const file = z.strictObject({
  type: z.literal("file"),
  attrs: z.strictObject({ mediaId: z.uuid(), label: line.pipe(z.string().min(1, required)), ...known }),
});
const factBox = z.strictObject({
  type: z.literal("factBox"),
  attrs: z.strictObject({ title: line.pipe(z.string().min(1, required)), asOf: day, ...known }),
  content: z.array(z.union([inner, innerList])).min(1),
});
const reused = z.strictObject({
  type: z.literal("boilerplate"),
  attrs: z.strictObject({ boilerplateId: z.uuid(), version: z.int().min(1).max(100_000), ...known }),
});

const block = z.discriminatedUnion("type", [
  paragraph,
  heading,
  quote,
  list,
  picture,
  video,
  file,
  factBox,
  reused,
]);
const tree = z.strictObject({ type: z.literal("doc"), content: z.array(block).default([]) });

const names = new Set(["type", "text", "attrs", "marks", "content"]);

/** Whether a tree is small enough to be looked at closely. Walks without recursion: nothing is trusted yet. */
function isBounded(root: unknown): boolean {
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }];
  for (let seen = 0; ; seen++) {
    const next = waiting.pop();
    if (!next) return true;
    if (seen > most.nodes || next.depth > most.depth || typeof next.node !== "object" || !next.node)
      return false;
    if (Object.keys(next.node).some((name) => !names.has(name))) return false;
    const below: unknown = (next.node as { content?: unknown }).content ?? [];
    if (!Array.isArray(below) || below.length > most.nodes) return false;
    for (const node of below) waiting.push({ node, depth: next.depth + 1 });
  }
}

/** A text that is a tree already. */
export const richBody = z
  .unknown()
  .refine(isBounded, { ...invalid, abort: true })
  .pipe(tree as z.ZodType<RichBody>);

/** A text as a form's hidden field carries it: JSON. */
export const richBodyField = z
  .string({ error: "validation.required" })
  .max(most.characters, { error: "validation.tooLong", abort: true })
  .transform((json, check): RichBody => {
    const read = richBody.safeParse(parsed(json));
    if (read.success) return read.data;
    // What is wrong deep inside is said of the field: there is no other place to say it.
    const said = read.error.issues.map((issue) => issue.message).find((key) => key.startsWith("validation."));
    check.addIssue({ code: "custom", message: said ?? invalid.error });
    return z.NEVER;
  });

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What is stored, as far as it is a text by today's list; anything else is an empty one, never an unsafe one. */
export function storedBody(stored: unknown): RichBody {
  const read = richBody.safeParse(stored);
  return read.success ? read.data : { type: "doc", content: [] };
}

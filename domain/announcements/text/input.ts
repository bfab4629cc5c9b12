import { z } from "zod";
import { writable } from "@/domain/input";
import { isSafeLink, most, type RichBody } from "./rules";

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

const paragraph = z.strictObject({ type: z.literal("paragraph"), content });
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
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
  }),
  content: z.array(paragraph).min(1),
});
const listItem: z.ZodType = z.strictObject({
  type: z.literal("listItem"),
  content: z.array(z.lazy(() => z.union([paragraph, list]))).min(1),
});
const list = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
  z.strictObject({
    type: z.literal("orderedList"),
    attrs: z.strictObject({ start: z.int().min(1).max(9_999) }).optional(),
    content: z.array(listItem).min(1),
  }),
]);

const tree = z.strictObject({
  type: z.literal("doc"),
  content: z.array(z.union([paragraph, heading, quote, list])).default([]),
});

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
  .transform((json, check) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      check.addIssue({ code: "custom", message: invalid.error });
      return z.NEVER;
    }
  })
  .pipe(richBody);

/** What is stored, as far as it is a text by today's list; anything else is an empty one, never an unsafe one. */
export function storedBody(stored: unknown): RichBody {
  const read = richBody.safeParse(stored);
  return read.success ? read.data : { type: "doc", content: [] };
}

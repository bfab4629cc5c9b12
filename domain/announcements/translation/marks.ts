import { createHash } from "node:crypto";
import { bare, isSaid } from "../blocks/rules";
import type { RichBody } from "../text/rules";
import type { Marks } from "./rules";

const mark = (words: string) => createHash("sha256").update(words).digest("base64url").slice(0, 22);

/** The marks of a text's parts, in order: of its title, its lead, and every block that says something. */
export function rawMarks({ title, lead, body }: { title: string; lead: string; body: RichBody }): Marks {
  const blocks = body.content
    .filter(isSaid)
    .map((block) => [block.attrs?.id ?? "", mark(JSON.stringify(bare(block)))]);
  const head = [["title", mark(title)], ...(lead ? [["lead", mark(lead)]] : [])];
  return Object.fromEntries([...head, ...blocks]);
}

/** The marks of an original as its translations see them: a change without effect on them left the mark as it was. */
export function marksOf(original: {
  title: string;
  lead: string;
  body: RichBody;
  translatedFrom: Marks;
}): Marks {
  const raw = rawMarks(original);
  return Object.fromEntries(
    Object.entries(raw).map(([key, own]) => [key, original.translatedFrom[key] ?? own]),
  );
}

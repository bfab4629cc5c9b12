import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { Refusal } from "@/lib/refusal";
import { decode } from "@/lib/table/encoding";
import { printableText } from "@/lib/text/printable";
import { latestRevision, statementOf } from "../lock";
import { blocksOfDocx } from "./from-docx";
import { blocksOfMarkdown } from "./from-markdown";
import { blocksOfText, unmarked } from "./from-text";
import type { ReadTextInput } from "./input";
import { type Block, type Guess, guessed, matched, most, titled } from "./rules";

/** A text that was read and is to be looked through before anything of it is saved. */
export type ReadText = {
  basedOn: string;
  title: string;
  paragraphs: (Guess & { fate: "kept" | "rewritten" | "new" })[];
};

/**
 * Reads a text that was pasted or sent as a file (Word, Markdown, plain text) into paragraphs, and guesses what each is.
 * Those that are in the latest revision already have its ids. Nothing is written. Refuses `text_missing`,
 * `file_too_large`, `text_type`, `text_unreadable`, `text_empty`, `text_too_many`, `text_too_long`.
 */
export async function read(actor: Actor, { id, pasted }: ReadTextInput, sent?: Sent): Promise<ReadText> {
  ensure(actor, "statement.edit");
  const statement = await statementOf(db(), id);
  // A form sends the place of a file also where none was chosen.
  const blocks = sent && sent.size > 0 ? await blocksOf(sent) : blocksOfText(pastedOf(pasted));
  const { title, rest } = titled(blocks.map((block) => ({ ...block, text: storable(block.text) })));
  if (rest.length === 0) throw new Refusal("text_empty");
  if (rest.length > most.paragraphs) throw new Refusal("text_too_many", { most: most.paragraphs });
  if (rest.some(({ text }) => text.length > most.letters))
    throw new Refusal("text_too_long", { most: most.letters });
  const base = await latestRevision(db(), id, statement.authenticLocale);
  const wording = new Map(base?.paragraphs.map((one) => [one.id, one.text]));
  const paragraphs = matched(guessed(rest), base?.paragraphs ?? []).map((one) => {
    const was = base?.paragraphs.find((other) => other.id === one.id);
    const fate: ReadText["paragraphs"][number]["fate"] = !was
      ? "new"
      : wording.get(one.id) === one.text
        ? "kept"
        : "rewritten";
    // What a paragraph of the same words is has been decided before.
    const known: Partial<Guess> = fate === "kept" && was ? { kind: was.kind, level: was.level ?? 0 } : {};
    return { ...one, ...known, fate };
  });
  return { basedOn: base?.id ?? "", title: title || (base?.title ?? ""), paragraphs };
}

/** Without the signs that no form takes, such as those that turn the direction of what follows. */
const storable = (text: string) =>
  printableText(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .normalize("NFC");

function pastedOf(pasted: string): string {
  if (pasted === "") throw new Refusal("text_missing");
  return pasted;
}

/** What a file is is found out from its content; only Markdown is told from plain text by its name. */
async function blocksOf(sent: Sent): Promise<Block[]> {
  if (sent.size > most.bytes) throw new Refusal("file_too_large", { megabytes: most.bytes / 1_000_000 });
  const bytes = new Uint8Array(await sent.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (!Buffer.from(bytes).includes("word/document.xml")) throw new Refusal("text_type");
    return unmarked(await blocksOfDocx(bytes));
  }
  const text = decode(bytes);
  // No text has control characters where other kinds of files do.
  if (printableText(text) !== text.replace(/[\f\v\u007f]/g, "") || /^(?:%PDF|\{\\rtf)/.test(text))
    throw new Refusal("text_type");
  const words = printableText(text).replace(/^\ufeff/, "");
  return /\.(?:md|markdown)$/i.test(sent.name) ? unmarked(blocksOfMarkdown(words)) : blocksOfText(words);
}

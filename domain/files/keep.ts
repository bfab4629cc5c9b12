import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Transaction } from "@/db/client";
import type { FilePurpose } from "@/db/enums";
import { files } from "@/db/schema/files";
import { Refusal } from "@/lib/refusal";
import { fileName, mostBytes, takenTypes } from "./rules";

/** A file as a form sends it. */
export type Sent = Pick<File, "name" | "size" | "arrayBuffer">;

/** A file that was looked at, and may be kept. */
export type Seen = { name: string; contentType: string; content: Buffer };

/**
 * Looks at a file that was sent; what it is is found out from its content. A text has no mark of its own: it is one
 * where it reads as UTF-8. Refuses `file_missing`, `file_too_large`, `file_type`.
 */
export async function lookAt(sent: Sent | undefined, types: readonly string[] = takenTypes): Promise<Seen> {
  if (!sent || sent.size === 0) throw new Refusal("file_missing");
  if (sent.size > mostBytes) throw new Refusal("file_too_large", { megabytes: mostBytes / 1_000_000 });
  const content = Buffer.from(await sent.arrayBuffer());
  const found = await fileTypeFromBuffer(content);
  const mime = found?.mime ?? (isText(content) ? "text/plain" : undefined);
  const contentType = types.find((type) => type === mime);
  if (!contentType) throw new Refusal("file_type");
  return { name: fileName(sent.name), contentType, content };
}

/** Whether bytes are a text in UTF-8, without signs that no text has. */
function isText(content: Buffer): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    return !/[\u0000-\u0008\u000e-\u001f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

/** Keeps a file that was looked at, in the transaction of the deed it belongs to, and answers its id. */
export async function keepSeen(
  tx: Transaction,
  purpose: FilePurpose,
  eventId: string | null,
  { name, contentType, content }: Seen,
  at: Date,
): Promise<string> {
  const [row] = await tx
    .insert(files)
    .values({
      purpose,
      eventId,
      name,
      contentType,
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      content,
      createdAt: at,
    })
    .returning({ id: files.id });
  if (!row) throw new Refusal("not_found");
  return row.id;
}

/**
 * Keeps a file that was sent, in the transaction of the deed it belongs to, and answers its id. Refuses `file_missing`,
 * `file_too_large`, `file_type`. Who may send it is the caller's question.
 */
export async function keepFile(
  tx: Transaction,
  purpose: FilePurpose,
  eventId: string,
  sent: Sent | undefined,
  at: Date,
): Promise<string> {
  return keepSeen(tx, purpose, eventId, await lookAt(sent), at);
}

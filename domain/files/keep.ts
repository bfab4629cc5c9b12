import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Transaction } from "@/db/client";
import type { FilePurpose } from "@/db/enums";
import { files } from "@/db/schema/files";
import { objectStore } from "@/lib/files/object-store";
import { enqueueAside } from "@/lib/jobs/enqueue";
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
export async function lookAt(
  sent: Sent | undefined,
  types: readonly string[] = takenTypes,
  most = mostBytes,
): Promise<Seen> {
  if (!sent || sent.size === 0) throw new Refusal("file_missing");
  if (sent.size > most) throw new Refusal("file_too_large", { megabytes: most / 1_000_000 });
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

/** How long after it was put into the object store it is looked whether a file was kept in it, in milliseconds. */
const untilSwept = 60 * 60 * 1_000;

/**
 * Keeps a file that was looked at, in the transaction of the deed it belongs to, and answers its id. Where there is an
 * object store its bytes are there before the row is: a deed that comes to nothing leaves an object, never a row
 * without one, and the object is swept.
 */
export async function keepSeen(
  tx: Transaction,
  purpose: FilePurpose,
  eventId: string | null,
  { name, contentType, content }: Seen,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const outside = objectStore();
  if (outside) {
    await enqueueAside("sweep-object", { id }, { runAt: new Date(at.getTime() + untilSwept) });
    await outside.put(id, content, contentType);
  }
  await tx.insert(files).values({
    id,
    purpose,
    eventId,
    name,
    contentType,
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    store: outside ? "s3" : "database",
    content: outside ? null : content,
    createdAt: at,
  });
  return id;
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

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
 * Looks at a file that was sent; what it is is found out from its content. Refuses `file_missing`, `file_too_large`,
 * `file_type`.
 */
export async function lookAt(sent: Sent | undefined): Promise<Seen> {
  if (!sent || sent.size === 0) throw new Refusal("file_missing");
  if (sent.size > mostBytes) throw new Refusal("file_too_large", { megabytes: mostBytes / 1_000_000 });
  const content = Buffer.from(await sent.arrayBuffer());
  const found = await fileTypeFromBuffer(content);
  const contentType = takenTypes.find((type) => type === found?.mime);
  if (!contentType) throw new Refusal("file_type");
  return { name: fileName(sent.name), contentType, content };
}

/** Keeps a file that was looked at, in the transaction of the deed it belongs to, and answers its id. */
export async function keepSeen(
  tx: Transaction,
  purpose: FilePurpose,
  eventId: string,
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

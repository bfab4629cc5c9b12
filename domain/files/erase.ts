import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { files } from "@/db/schema/files";

/** Erases the content and the names of files; their rows stay, for what names them. Answers how many. */
export async function eraseFiles(tx: Transaction, ids: string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const erased = await tx
    .update(files)
    .set({ content: null, name: "", sha256: "", erasedAt: at })
    .where(and(inArray(files.id, ids), isNull(files.erasedAt)))
    .returning({ id: files.id });
  return erased.length;
}

import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { files } from "@/db/schema/files";
import { enqueue } from "@/lib/jobs/enqueue";

/**
 * Erases the content and the names of files; their rows stay, for what names them. Answers how many. What is in the
 * object store is removed from it by a job, once the deed is done for good.
 */
export async function eraseFiles(tx: Transaction, ids: string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const erased = await tx
    .update(files)
    .set({ content: null, name: "", sha256: "", erasedAt: at })
    .where(and(inArray(files.id, ids), isNull(files.erasedAt)))
    .returning({ id: files.id, store: files.store });
  for (const { id, store } of erased) if (store === "s3") await enqueue(tx, "sweep-object", { id });
  return erased.length;
}

import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { FileStore } from "@/db/enums";
import { files } from "@/db/schema/files";
import { type ObjectStore, objectStore } from "@/lib/files/object-store";

/** The columns of a file from which `contentOf` answers its bytes, wherever they are. */
export const stored = {
  fileId: files.id,
  store: files.store,
  content: files.content,
  erasedAt: files.erasedAt,
};

type Stored = { fileId: string; store: FileStore; content: Buffer | null; erasedAt: Date | null };

/**
 * The bytes of a file that was read with `stored`: the one door to them. Nothing where it was erased. Who may read it
 * was found out by whoever read the row.
 */
export async function contentOf(file: Stored | undefined): Promise<Buffer | undefined> {
  if (!file || file.erasedAt) return undefined;
  if (file.store === "database") return file.content ?? undefined;
  return theStore().get(file.fileId);
}

/** Some of the bytes of a file, from one to another, both included, without reading the others. */
export async function partOf(
  { fileId, store }: Pick<Stored, "fileId" | "store">,
  { from, to }: { from: number; to: number },
): Promise<Buffer | undefined> {
  if (store === "s3") return theStore().get(fileId, { from, to });
  const [row] = await db()
    .select({ part: sql<Buffer>`substring(${files.content} from ${from + 1} for ${to - from + 1})` })
    .from(files)
    .where(and(eq(files.id, fileId), isNull(files.erasedAt)));
  return row?.part ? Buffer.from(row.part) : undefined;
}

/** The store outside of the database; that a file is in one that is not set up is a mistake in the settings. */
export function theStore(): ObjectStore {
  const store = objectStore();
  if (!store) throw new Error("There are files in an object store, but the FILES_S3_ settings are missing.");
  return store;
}

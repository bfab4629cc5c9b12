import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { theStore } from "./content";

/**
 * Removes an object from the store unless a file that is not erased is kept in it: what was erased, and what was put
 * there by a deed that came to nothing. The work of the system, by the job "sweep-object".
 */
export async function sweepObject({ id }: { id: string }): Promise<void> {
  const [kept] = await db()
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, id), isNull(files.erasedAt)));
  if (!kept) await theStore().remove(id);
}

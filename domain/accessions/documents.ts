import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { accessionDocuments } from "@/db/schema/accessions";
import { files } from "@/db/schema/files";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { contentOf, stored } from "@/domain/files/content";
import { keepSeen, lookAt, type Seen, type Sent } from "@/domain/files/keep";
import { evidenceTypes, mostBytes } from "@/domain/files/rules";
import { Refusal } from "@/lib/refusal";
import { mostDocuments } from "./rules";

/**
 * Looks at the documents that came with an application. Refuses `file_missing` for an empty one, `file_too_large` where
 * they are too large together, and `evidence_type`.
 */
export async function seenDocuments(sent: readonly Sent[]): Promise<Seen[]> {
  const taken = sent.slice(0, mostDocuments);
  const size = taken.reduce((sum, one) => sum + one.size, 0);
  if (size > mostBytes) throw new Refusal("file_too_large", { megabytes: mostBytes / 1_000_000 });
  return Promise.all(
    taken.map((one) =>
      lookAt(one, evidenceTypes).catch((error) => {
        if (error instanceof Refusal && error.code === "file_type") throw new Refusal("evidence_type");
        throw error;
      }),
    ),
  );
}

/** Keeps the documents of an application, for the eyes of those who may read it. */
export async function keepDocuments(
  tx: Transaction,
  accessionId: string,
  seen: readonly Seen[],
  at: Date,
): Promise<void> {
  for (const one of seen) {
    const fileId = await keepSeen(tx, "application", null, one, at);
    await tx.insert(accessionDocuments).values({ accessionId, fileId });
  }
}

/** A document of an application, for those who review it. Refuses `not_found` where it is another's, or erased. */
export async function readDocument(actor: Actor, { id, fileId }: { id: string; fileId: string }) {
  ensure(actor, "accession.list");
  const [row] = await db()
    .select({ name: files.name, contentType: files.contentType, ...stored })
    .from(accessionDocuments)
    .innerJoin(files, eq(files.id, accessionDocuments.fileId))
    .where(
      and(
        eq(accessionDocuments.accessionId, id),
        eq(accessionDocuments.fileId, fileId),
        isNull(files.erasedAt),
      ),
    );
  const content = await contentOf(row);
  if (!row || !content) throw new Refusal("not_found");
  return { name: row.name, contentType: row.contentType, content };
}

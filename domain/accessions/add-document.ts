import { count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accessionDocuments } from "@/db/schema/accessions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { keepDocuments, seenDocuments } from "./documents";
import { lockAccession } from "./lock";

/** As many as one application ever has: its papers, not an archive. */
const mostOfOne = 20;

/**
 * Puts a document that came later with an application: the signed letter, mostly. Refuses `accession_ended` where the
 * application came to nothing, `too_many_documents`, and what documents refuse.
 */
export async function addDocument(actor: Actor, { id }: { id: string }, file: Sent | undefined, at = now()) {
  ensure(actor, "accession.edit");
  if (!file) throw new Refusal("file_missing");
  const seen = await seenDocuments([file]);
  return db().transaction(async (tx) => {
    const row = await lockAccession(tx, id);
    if (row.declinedAt || row.withdrawnAt) throw new Refusal("accession_ended");
    const [kept] = await tx
      .select({ many: count() })
      .from(accessionDocuments)
      .where(eq(accessionDocuments.accessionId, id));
    if ((kept?.many ?? 0) >= mostOfOne) throw new Refusal("too_many_documents", { most: mostOfOne });
    await keepDocuments(tx, id, seen, at);
    await record(tx, actor, {
      action: "accession.edit",
      subject: ["accession", id],
      at,
      details: { documents: seen.length },
    });
    return {};
  });
}

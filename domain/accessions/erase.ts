import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accessionDocuments, accessionNotes, accessions } from "@/db/schema/accessions";
import { mails } from "@/db/schema/mails";
import { eraseFiles } from "@/domain/files/erase";
import { eraseMails, eraseReasons } from "@/domain/privacy/erase-traces";

/**
 * Erases whom applications came from, and what could name them: the contact, the link, what was written, the documents,
 * the notes, the reason, the mails. That an organisation applied, and what became of it, stays.
 */
export async function eraseApplications(tx: Transaction, ids: string[], at: Date): Promise<void> {
  const papers = await tx
    .select({ fileId: accessionDocuments.fileId })
    .from(accessionDocuments)
    .where(inArray(accessionDocuments.accessionId, ids));
  await eraseFiles(
    tx,
    papers.map((paper) => paper.fileId),
    at,
  );
  await tx.delete(accessionNotes).where(inArray(accessionNotes.accessionId, ids));
  await tx
    .update(accessions)
    .set({
      contactName: "",
      contactTitle: "",
      contactEmail: "",
      motivation: "",
      ownActions: "",
      // An application that ended has a reason: this says that it had one.
      endReason: "–",
      tokenHash: null,
      erasedAt: at,
    })
    .where(inArray(accessions.id, ids));
  await eraseMails(tx, and(eq(mails.aboutKind, "accession"), inArray(mails.aboutId, ids)));
  await eraseReasons(tx, "accession", ids);
}

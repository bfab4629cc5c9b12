import type { Transaction } from "@/db/client";
import { accessions } from "@/db/schema/accessions";
import type { Actor } from "@/domain/access/actor";
import type { Seen } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";
import { keepDocuments } from "./documents";
import type { AccessionRow } from "./lock";
import { usualDeadline } from "./rules";

type Entered = Omit<typeof accessions.$inferInsert, "id" | "receivedAt" | "reviewBy" | "revision">;

/** What the database may say no to when an application is written. */
export const accessionConstraints = {
  accessions_open: "application_open",
  accessions_organisation_id_organisations_id_fk: "no_such_organisation",
};

/** Writes an application with its documents and its history, in the caller's transaction. */
export async function enterAccession(
  tx: Transaction,
  actor: Actor,
  facts: Entered,
  documents: readonly Seen[],
  at: Date,
): Promise<AccessionRow> {
  const [row] = await tx
    .insert(accessions)
    .values({ ...facts, receivedAt: at, reviewBy: usualDeadline.review(facts.receivedOn) })
    .returning();
  if (!row) throw new Refusal("not_found");
  await keepDocuments(tx, row.id, documents, at);
  await record(tx, actor, {
    action: facts.source === "letter" ? "accession.record" : "accession.apply",
    subject: ["accession", row.id],
    at,
    details: { kind: facts.kind, documents: documents.length },
  });
  return row;
}

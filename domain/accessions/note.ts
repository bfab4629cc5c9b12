import { db } from "@/db/client";
import { accessionNotes } from "@/db/schema/accessions";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { NoteInput } from "./input";
import { lockAccession } from "./lock";

/** Notes something on an application, for the secretariat. Refuses `accession_ended` where it has been erased. */
export async function note(actor: Actor, { id, text }: NoteInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockAccession(tx, id);
    ensure(actor, "accession.note");
    // What was erased stays so: a note could name the contact again.
    if (row.erasedAt) throw new Refusal("accession_ended");
    await tx.insert(accessionNotes).values({ accessionId: id, text, at, byName: actorName(actor) });
    await record(tx, actor, { action: "accession.note", subject: ["accession", id], at });
    return {};
  });
}

import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementRevisions } from "@/db/schema/announcements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { Refusal } from "@/lib/refusal";
import type { RichBody } from "./text/rules";

type NewEdition = {
  announcementId: string;
  locale: Locale;
  number: number;
  basedOnId: string | null;
  translationOfId: string | null;
  title: string;
  lead: string;
  body: RichBody;
};

/** Writes one language's text as its next immutable revision. */
export async function insertEdition(tx: Transaction, actor: Actor, edition: NewEdition, at: Date) {
  const [row] = await tx
    .insert(announcementRevisions)
    .values({ ...edition, savedAt: at, savedBy: actorId(actor), savedByName: actorName(actor) })
    .returning({ id: announcementRevisions.id, number: announcementRevisions.number });
  if (!row) throw new Refusal("not_found");
  return row;
}

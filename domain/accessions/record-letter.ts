import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { seenDocuments } from "./documents";
import { accessionConstraints, enterAccession } from "./enter";
import type { RecordInput } from "./input";

/**
 * Records an application that came by letter; nobody is written to. Refuses `day_in_the_future`, `application_open`,
 * `no_such_organisation`, and what its documents refuse.
 */
export async function recordLetter(
  actor: Actor,
  { website, ...input }: RecordInput,
  documents: readonly Sent[] = [],
  at = now(),
) {
  ensure(actor, "accession.record");
  const [seen, { zone }] = await Promise.all([seenDocuments(documents), groupProfile()]);
  if (input.receivedOn > dayIn(at, zone)) throw new Refusal("day_in_the_future");
  return refusing(accessionConstraints, () =>
    db().transaction(async (tx) => {
      const facts = { ...input, website: website || null, source: "letter" as const };
      const { id } = await enterAccession(tx, actor, facts, seen, at);
      return { id };
    }),
  );
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import { seenDocuments } from "./documents";
import { enterAccession } from "./enter";
import type { ApplyInput } from "./input";
import { tellContact } from "./tell";
import { tellSecretariat } from "./tell-secretariat";

/**
 * Applies by the public form; the contact is mailed a receipt with a personal link, and the
 * secretariat is told. Organisations of the register that it may be about are shown to whoever reviews it, and tied by
 * them. The answer depends on what was sent alone: whether an organisation is in our books, is a member, or has applied
 * already, nobody learns by trying. Refuses `not_a_person`, and what its documents refuse.
 */
export async function apply(
  actor: Actor,
  { fax, website, ...input }: ApplyInput,
  documents: readonly Sent[] = [],
  at = now(),
) {
  ensure(actor, "accession.apply");
  if (fax !== "") throw new Refusal("not_a_person");
  const [seen, { zone }] = await Promise.all([seenDocuments(documents), groupProfile()]);
  const { token, hash } = newToken();
  await db().transaction(async (tx) => {
    const row = await enterAccession(
      tx,
      actor,
      {
        ...input,
        website: website || null,
        source: "form",
        // Whoever writes a name is not yet who bears it: the secretariat ties the two when it reviews.
        organisationId: null,
        receivedOn: dayIn(at, zone),
        tokenHash: hash,
      },
      seen,
      at,
    );
    await tellContact(tx, "received", row, { token });
    await tellSecretariat(tx, row, at);
  });
  return {};
}

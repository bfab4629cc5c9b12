import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { groupProfile } from "@/domain/group/queries";
import { lockOrganisation } from "@/domain/members/spells";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import { seenDocuments } from "./documents";
import { enterAccession } from "./enter";
import type { ApplyInput } from "./input";
import { hasOpenApplication, namesakes } from "./known-organisation";
import { tellContact } from "./tell";

/**
 * Applies by the public form; the contact is mailed a receipt with a personal link. An organisation that the register
 * knows is recognised. The answer depends on what was sent alone: whether an organisation is in our books, is a member,
 * or has applied already, nobody learns by trying. Refuses `not_a_person`, and what its documents refuse.
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
        organisationId: await free(tx, input),
        receivedOn: dayIn(at, zone),
        tokenHash: hash,
      },
      seen,
      at,
    );
    await tellContact(tx, "received", row, { token });
  });
  return {};
}

/**
 * The organisation of the register that the application is about; nothing where it has an application under way: a
 * second one is taken in as if it were the first, and who reviews it is shown the two.
 */
async function free(tx: Transaction, input: Parameters<typeof namesakes>[1]): Promise<string | null> {
  const [known] = await namesakes(tx, input);
  if (!known) return null;
  await lockOrganisation(tx, known.id);
  return (await hasOpenApplication(tx, known.id)) ? null : known.id;
}

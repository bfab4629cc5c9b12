import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { groupProfile } from "@/domain/group/queries";
import { overlaps } from "@/domain/members/rules";
import { lockOrganisation } from "@/domain/members/spells";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { seenDocuments } from "./documents";
import { accessionConstraints, enterAccession } from "./enter";
import type { ApplyAtDeskInput } from "./input";
import { hasOpenApplication } from "./known-organisation";
import { tellContact } from "./tell";
import { tellSecretariat } from "./tell-secretariat";

/**
 * Applies for the focal point's own organisation, which is no member, or is one no more; the secretariat is told. Refuses
 * `already_a_member`, `application_open`, and what its documents refuse.
 */
export async function applyAtDesk(
  actor: Actor,
  input: ApplyAtDeskInput,
  documents: readonly Sent[] = [],
  at = now(),
) {
  const organisationId = actor.kind === "user" ? actor.organisationId : null;
  ensure(actor, "accession.apply", { organisationId });
  if (!organisationId) throw new Refusal("not_allowed");
  const [seen, { zone }] = await Promise.all([seenDocuments(documents), groupProfile()]);
  const today = dayIn(at, zone);
  const write = () =>
    db().transaction(async (tx) => {
      await lockOrganisation(tx, organisationId);
      const spells = await tx
        .select({ joinedOn: memberships.joinedOn, leftOn: memberships.leftOn })
        .from(memberships)
        .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.withdrawnAt)));
      if (spells.some((spell) => overlaps({ joinedOn: today, leftOn: null }, spell)))
        throw new Refusal("already_a_member");
      if (await hasOpenApplication(tx, organisationId)) throw new Refusal("application_open");
      const [facts] = await tx
        .select({
          kind: organisations.kind,
          name: organisations.name,
          formalName: organisations.formalName,
          country: organisations.country,
          sectors: organisations.sectors,
          website: organisations.website,
        })
        .from(organisations)
        .where(eq(organisations.id, organisationId));
      if (!facts) throw new Refusal("not_found");
      const row = await enterAccession(
        tx,
        actor,
        { ...facts, ...input, source: "desk", organisationId, receivedOn: today },
        seen,
        at,
      );
      await tellContact(tx, "received", row);
      await tellSecretariat(tx, row, at);
      return { id: row.id };
    });
  return refusing(accessionConstraints, write);
}

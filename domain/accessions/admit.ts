import type { Transaction } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { record } from "@/domain/history/record";
import { lockOrganisation } from "@/domain/members/spells";
import { isReserved } from "@/domain/organisations/rules";
import { slugFrom } from "@/domain/slug";
import { insertAccount } from "@/domain/team/invite";
import { Refusal } from "@/lib/refusal";
import type { AccessionRow } from "./lock";

/**
 * The organisation of an application, locked: the one of the register, or a new one made of what the application says.
 * Nothing of it is public by that. Refuses `slug_needed` where no address can be made of its name.
 */
export async function organisationFor(
  tx: Transaction,
  actor: Actor,
  row: AccessionRow,
  slug: string,
  at: Date,
) {
  if (row.organisationId) {
    await lockOrganisation(tx, row.organisationId);
    return row.organisationId;
  }
  const address = slug || slugFrom(row.name.en ?? Object.values(row.name)[0] ?? "");
  if (!address) throw new Refusal("slug_needed");
  if (isReserved(address)) throw new Refusal("slug_taken");
  const { kind, name, formalName, country, sectors, website } = row;
  const [organisation] = await tx
    .insert(organisations)
    .values({
      slug: address,
      kind,
      name,
      formalName,
      country,
      sectors,
      website,
      createdAt: at,
      updatedAt: at,
    })
    .returning({ id: organisations.id });
  if (!organisation) throw new Refusal("not_found");
  await record(tx, actor, {
    action: "organisation.create",
    subject: ["organisation", organisation.id],
    at,
    details: { kind },
  });
  return organisation.id;
}

/** Enters the spell of a member to be announced: it waits, hidden, for its announcement. */
export async function enterHiddenSpell(
  tx: Transaction,
  actor: Actor,
  spell: { organisationId: string; joinedOn: string },
  at: Date,
) {
  const [membership] = await tx
    .insert(memberships)
    .values({ ...spell, joinedPrecision: "day", publicFrom: null, createdAt: at })
    .returning({ id: memberships.id });
  if (!membership) throw new Refusal("not_found");
  await record(tx, actor, {
    action: "membership.create",
    subject: ["membership", membership.id],
    at,
    details: { ...spell, known: false },
  });
  return membership.id;
}

/** Makes the contact a focal point of the organisation, so that the desk is open to them. */
export async function openDesk(
  tx: Transaction,
  actor: Actor,
  row: AccessionRow,
  organisationId: string,
  at: Date,
) {
  const { contactName: name, contactEmail: email, contactLocale: locale } = row;
  await insertAccount(tx, actor, { name, email, locale, role: "focal_point", organisationId }, at);
}

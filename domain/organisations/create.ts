import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { slugFrom } from "@/domain/slug";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { OrganisationInput } from "./input";
import { isReserved } from "./rules";

/** What the database may say no to when an organisation is written. */
export const organisationConstraints = {
  organisations_slug_key: "slug_taken",
  organisations_country_key: "country_taken",
};

/**
 * Enters an organisation into the register; nothing of it is public by that. Refuses `slug_taken`, `country_taken`,
 * and `slug_needed` where no address can be made of the name.
 */
export async function create(actor: Actor, { slug, ...facts }: OrganisationInput, at = now()) {
  ensure(actor, "organisation.create");
  const address = slug || slugFrom(facts.name.en ?? Object.values(facts.name)[0] ?? "");
  if (!address) throw new Refusal("slug_needed");
  if (isReserved(address)) throw new Refusal("slug_taken");
  const write = () =>
    db().transaction(async (tx) => {
      const [organisation] = await tx
        .insert(organisations)
        .values({ ...facts, slug: address, website: facts.website || null, createdAt: at, updatedAt: at })
        .returning({ id: organisations.id });
      if (!organisation) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "organisation.create",
        subject: ["organisation", organisation.id],
        at,
        details: { kind: facts.kind },
      });
      return organisation;
    });
  return refusing(organisationConstraints, write);
}

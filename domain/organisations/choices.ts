import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Every organisation, to choose from in the workspace. */
export async function organisationChoices(actor: Actor) {
  ensure(actor, "workspace.enter");
  return db()
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      country: organisations.country,
    })
    .from(organisations);
}

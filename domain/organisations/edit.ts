import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { holdPicture } from "@/domain/media/lock";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { organisationConstraints } from "./create";
import type { EditOrganisationInput } from "./input";

/**
 * Changes an organisation's names, facts and logo. Refuses `stale` with theirs, `country_taken`, and `no_such_media` a
 * logo that is no picture of the library.
 */
export async function edit(actor: Actor, { id, revision, ...facts }: EditOrganisationInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "organisation.edit", { organisationId: id });
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      const columns = { ...facts, website: facts.website || null };
      const changed = changedFields(row, columns);
      if (changed.length === 0) return { revision };
      if (facts.logoId && changed.includes("logoId")) await holdPicture(tx, facts.logoId);
      await tx
        .update(organisations)
        .set({ ...columns, revision: revision + 1, updatedAt: at })
        .where(eq(organisations.id, id));
      await record(tx, actor, {
        action: "organisation.edit",
        subject: ["organisation", id],
        at,
        details: { changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(organisationConstraints, write);
}

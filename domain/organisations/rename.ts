import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisationNames, organisations } from "@/db/schema/organisations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { groupProfile } from "@/domain/group/queries";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { lockNamed, nameConstraints } from "./former-names";
import type { RenameInput } from "./input";
import { obstaclesToRenaming } from "./rules";

/**
 * Gives an organisation a new name from a day on and keeps what it was called until then: a list as of an earlier day
 * still has the earlier name. Its address stays. Refuses `stale` with theirs, `day_in_the_future`, `named_later`,
 * `name_unchanged`.
 */
export async function rename(actor: Actor, { id, revision, fromOn, ...names }: RenameInput, at = now()) {
  const { zone } = await groupProfile();
  const write = () =>
    db().transaction(async (tx) => {
      const row = await lockNamed(tx, id);
      ensure(actor, "organisation.rename", { organisationId: id });
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      const [obstacle] = obstaclesToRenaming(row, { ...names, fromOn }, dayIn(at, zone));
      if (obstacle) throw new Refusal(obstacle);
      const { name, formalName } = row;
      const former = { organisationId: id, name, formalName, untilOn: fromOn };
      await tx.insert(organisationNames).values({ ...former, recordedAt: at, recordedBy: actorName(actor) });
      await tx
        .update(organisations)
        .set({ ...names, revision: revision + 1, updatedAt: at })
        .where(eq(organisations.id, id));
      await record(tx, actor, {
        action: "organisation.rename",
        subject: ["organisation", id],
        at,
        details: { fromOn },
      });
      return { revision: revision + 1 };
    });
  return refusing(nameConstraints, write);
}

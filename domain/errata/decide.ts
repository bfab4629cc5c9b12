import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { errata } from "@/db/schema/procedures";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { DecideInput } from "./input";
import { standsIn } from "./rules";
import { textOf } from "./text-of";

/**
 * Verifies a reported mistake, which then stands beside the public text, or rejects or holds it, with the reason; what
 * is held is decided later. The text itself never changes. Refuses `changed_since` where somebody decided meanwhile,
 * `erratum_decided`, and `says_not_in_text` where a translation does not say it any more.
 */
export async function decide(actor: Actor, { id, revision, state, reason }: DecideInput, at = now()) {
  return db().transaction(async (tx) => {
    const [known] = await tx
      .select({ statementId: errata.statementId })
      .from(errata)
      .where(eq(errata.id, id));
    if (!known) throw new Refusal("not_found");
    const statement = await lockStatement(tx, known.statementId);
    ensure(actor, "erratum.decide");
    const [erratum] = await tx.select().from(errata).where(eq(errata.id, id)).for("update");
    if (!erratum) throw new Refusal("not_found");
    if (erratum.revision !== revision) throw new Refusal("changed_since");
    if (erratum.state === "verified" || erratum.state === "rejected") throw new Refusal("erratum_decided");
    if (state === "verified") {
      const text = await textOf(tx, statement, erratum.locale);
      if (!text || !standsIn(erratum, text.paragraphs)) throw new Refusal("says_not_in_text");
    }
    await tx
      .update(errata)
      .set({ state, reason, decidedAt: at, decidedBy: actorName(actor), revision: revision + 1 })
      .where(eq(errata.id, id));
    await record(tx, actor, {
      action: "erratum.decide",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason,
      details: { from: erratum.state, to: state },
    });
    return { revision: revision + 1 };
  });
}

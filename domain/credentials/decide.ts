import { desc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { credentials } from "@/db/schema/delegations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { focalPointsOf } from "@/domain/delegations/focal-points";
import { type DelegationRow, lockDelegation } from "@/domain/delegations/lock";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { post } from "@/domain/outbox/post";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import type { DecideInput } from "./input";

/**
 * Accepts a credentials letter, or rejects it with a reason; the focal points are told either way. Refuses
 * `credentials_decided` for one that was decided already and `credentials_replaced` where a later one has come in.
 */
export async function decide(actor: Actor, { id, decision, reason }: DecideInput, at = now()) {
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ delegationId: credentials.delegationId })
      .from(credentials)
      .where(eq(credentials.id, id));
    if (!found) throw new Refusal("not_found");
    const { event, delegation } = await lockDelegation(tx, actor, found.delegationId, at);
    ensure(actor, "credentials.decide");
    if (decision === "rejected" && reason === "") throw new Refusal("reason_missing");
    const [latest] = await tx
      .select()
      .from(credentials)
      .where(eq(credentials.delegationId, delegation.id))
      .orderBy(desc(credentials.uploadedAt), desc(credentials.id))
      .limit(1)
      .for("update");
    if (latest?.id !== id) throw new Refusal("credentials_replaced");
    if (latest.state !== "received") throw new Refusal("credentials_decided");
    await tx
      .update(credentials)
      .set({ state: decision, stateReason: reason, decidedAt: at })
      .where(eq(credentials.id, id));
    await record(tx, actor, {
      action: "credentials.decide",
      subject: ["delegation", delegation.id],
      eventId: event.id,
      at,
      reason,
      details: { credentials: decision },
    });
    await tellFocalPoints(tx, event, delegation, { id, decision, reason });
    return { state: decision };
  });
}

async function tellFocalPoints(
  tx: Transaction,
  event: EventRow,
  delegation: DelegationRow,
  { id, decision, reason }: DecideInput,
) {
  for (const user of await focalPointsOf(tx, delegation.organisationId)) {
    const t = words(user.locale, "delegations.mail");
    const values = { event: pick(event.title, user.locale).text, reason };
    await post(tx, {
      key: `credentials.${decision}:${id}:${user.id}`,
      to: { address: user.email, name: user.name, locale: user.locale },
      template: `credentials-${decision}`,
      subject: t(`${decision}.subject`, values),
      paragraphs: [t("greeting", { name: user.name }), t(`${decision}.text`, values)],
      action: { label: t("desk"), url: `${env().BASE_URL}/${user.locale}/desk/events/${event.id}` },
      about: ["delegation", delegation.id],
      eventId: event.id,
    });
  }
}

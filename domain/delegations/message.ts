import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { delegationMessages, delegations } from "@/db/schema/delegations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { post } from "@/domain/outbox/post";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { focalPointsOf } from "./focal-points";
import type { MessageInput } from "./input";

/**
 * Writes to one delegation of an event, or to all: the message stands at their desk, and goes by mail to each of their
 * focal points. Refuses `no_delegation` where there is none to write to, `event_not_announced`: the desk would not show
 * it. Answers how many delegations and how many people were written to.
 */
export async function message(actor: Actor, { eventId, delegationId, text }: MessageInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "delegation.message");
    if (event.announcedAt === null || event.announcedAt > at) throw new Refusal("event_not_announced");
    const rows = await tx
      .select({ id: delegations.id, organisationId: delegations.organisationId })
      .from(delegations)
      .where(
        and(
          eq(delegations.eventId, eventId),
          delegationId ? inArray(delegations.id, [delegationId]) : undefined,
        ),
      );
    if (rows.length === 0) throw new Refusal(delegationId ? "not_found" : "no_delegation");
    let people = 0;
    for (const delegation of rows) {
      const [written] = await tx
        .insert(delegationMessages)
        .values({ delegationId: delegation.id, text, sentBy: actorName(actor), sentAt: at })
        .returning({ id: delegationMessages.id });
      if (!written) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "delegation.message",
        subject: ["delegation", delegation.id],
        eventId,
        at,
      });
      people += await mailed(tx, event, { id: written.id, text, delegation });
    }
    return { delegations: rows.length, people };
  });
}

type Written = { id: string; text: string; delegation: { id: string; organisationId: string } };

async function mailed(tx: Transaction, event: EventRow, { id, text, delegation }: Written): Promise<number> {
  const focalPoints = await focalPointsOf(tx, delegation.organisationId);
  for (const user of focalPoints) {
    const t = words(user.locale, "delegations.mail");
    const title = pick(event.title, user.locale).text;
    await post(tx, {
      key: `delegation.message:${id}:${user.id}`,
      to: { address: user.email, name: user.name, locale: user.locale },
      template: "delegation-message",
      subject: t("message.subject", { event: title }),
      paragraphs: [
        t("greeting", { name: user.name }),
        t("message.text", { event: title }),
        ...text.split(/\n{2,}/),
      ],
      action: { label: t("desk"), url: `${env().BASE_URL}/${user.locale}/desk/events/${event.id}` },
      about: ["delegation", delegation.id],
      eventId: event.id,
    });
  }
  return focalPoints.length;
}

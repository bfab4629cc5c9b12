import { db } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { draft } from "@/domain/outbox/draft";
import type { ParticipationFilter } from "@/domain/participations/queries";
import { ensureFillable } from "@/domain/templates/fillable";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ComposeInput } from "./input";
import { addressedBy, recipientsOf } from "./rules";
import { candidatesOf } from "./target";
import { beginWording } from "./word";

/**
 * Writes a mail for everyone a filter names at this moment, as drafts in the outbox: the exact list, which stays as it
 * is however the participants change. Nothing leaves before it is released. `filter` is what the list of participants
 * makes of `query`. Refuses `nobody_to_write_to`, `unknown_placeholder`.
 */
export async function compose(
  actor: Actor,
  { eventId, target, query, subject, body, withCalendar }: ComposeInput,
  filter: ParticipationFilter,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "mailing.compose");
    ensureFillable(addressedBy(target), { subject, body });
    const { recipients, leftOut } = recipientsOf(await candidatesOf(tx, actor, eventId, target, filter));
    if (recipients.length === 0) throw new Refusal("nobody_to_write_to");
    const [mailing] = await tx
      .insert(mailings)
      .values({
        eventId,
        subject,
        body,
        filter: { target, query },
        withCalendar: withCalendar ? 1 : 0,
        createdByName: actorName(actor),
        createdAt: at,
      })
      .returning();
    if (!mailing) throw new Refusal("not_found");
    await draft(
      tx,
      mailing,
      recipients.map(({ address, name, locale, about }) => ({ to: { address, name, locale }, about })),
    );
    await beginWording(tx, mailing, at);
    await record(tx, actor, {
      action: "mailing.compose",
      subject: ["mailing", mailing.id],
      eventId: event.id,
      at,
      details: { recipients: recipients.length, leftOut: leftOut.length },
    });
    return { id: mailing.id, recipients: recipients.length };
  });
}

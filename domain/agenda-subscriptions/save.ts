import { db } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { exportedAgenda } from "@/domain/agenda/exported";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import type { SaveStarsInput } from "./input";
import { canBeSaved } from "./rules";

/**
 * Saves starred items of a public event behind a new private link, and answers its token: only its hash is kept. What
 * was never public of the agenda falls away. No history: nobody in it has a name. Refuses `not_found`, `event_over`.
 */
export async function save(actor: Actor, input: SaveStarsInput, at = now()) {
  ensure(actor, "agenda.star");
  const agenda = await exportedAgenda(input.event, at);
  if (!agenda) throw new Refusal("not_found");
  if (!canBeSaved(agenda.event, at)) throw new Refusal("event_over");
  const { token, hash } = newToken();
  const itemIds = knownOf(agenda, input.items);
  await db()
    .insert(agendaSubscriptions)
    .values({
      eventId: agenda.event.id,
      tokenHash: hash,
      itemIds,
      createdAt: at,
      lastUsedOn: dayIn(at, "UTC"),
    });
  return { token, items: itemIds };
}

/** Of the ids of items, those of a public agenda; each once. */
export function knownOf(
  agenda: { items: { id: string }[]; cancelled: { id: string }[] },
  ids: readonly string[],
) {
  const known = new Set([...agenda.items, ...agenda.cancelled].map((item) => item.id));
  return [...new Set(ids)].filter((id) => known.has(id));
}

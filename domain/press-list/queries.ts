import { asc, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { pressRecipients } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Everybody on the press list, by name. */
export async function pressList(actor: Actor) {
  ensure(actor, "press-list.edit");
  return db()
    .select({
      id: pressRecipients.id,
      name: pressRecipients.name,
      outlet: pressRecipients.outlet,
      email: pressRecipients.email,
      locale: pressRecipients.locale,
      revision: pressRecipients.revision,
    })
    .from(pressRecipients)
    .where(isNull(pressRecipients.removedAt))
    .orderBy(asc(pressRecipients.name), asc(pressRecipients.email));
}

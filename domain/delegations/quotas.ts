import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ParticipationClass } from "@/db/enums";
import { delegationQuotas } from "@/db/schema/delegations";
import { participations } from "@/db/schema/participations";
import { classesOf } from "@/domain/classes/queries";
import type { EventRow } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";
import { type Fill, fillOf, goesAbove } from "./rules";

/** How full a delegation is, asked behind the event's lock; `except` is somebody who does not count. */
export async function fillOfDelegation(
  tx: Transaction,
  event: EventRow,
  delegationId: string,
  except?: string,
): Promise<Fill[]> {
  const [classes, own, people] = await Promise.all([
    classesOf(tx, event),
    tx
      .select({ class: delegationQuotas.class, quota: delegationQuotas.quota })
      .from(delegationQuotas)
      .where(eq(delegationQuotas.delegationId, delegationId)),
    tx
      .select({ class: participations.class, state: participations.state })
      .from(participations)
      .where(
        and(
          eq(participations.delegationId, delegationId),
          except ? ne(participations.id, except) : sql`true`,
        ),
      ),
  ]);
  return fillOf(classes, own, people);
}

/** Refuses `quota_full` where a class of a delegation has no room for one more. */
export async function ensureRoom(
  tx: Transaction,
  event: EventRow,
  delegationId: string,
  of: ParticipationClass,
  except?: string,
) {
  const fills = await fillOfDelegation(tx, event, delegationId, except);
  const fill = fills.find((row) => row.class === of);
  if (goesAbove(fills, of)) throw new Refusal("quota_full", { quota: fill?.quota ?? 0 });
}

import { db } from "@/db/client";
import { speakerSwaps } from "@/db/schema/speakers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { SwapInput } from "./input";
import { ensureSeen, lockSpeaker, speakersOf } from "./lock";
import { speakerConstraints } from "./request";

/**
 * Asks for a swap of two places, in the name of the first side, which has agreed with it; nothing moves before the
 * second has too. The secretariat may ask for a side that told it so, with the reason. Refuses `not_waiting`,
 * `same_speaker`, `swap_open`, and `not_found` for somebody of another list.
 */
export async function swap(actor: Actor, { firstId, secondId, reason }: SwapInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const { list, speaker: first } = await lockSpeaker(tx, actor, firstId);
      ensure(actor, "speakers.swap", { organisationId: first.organisationId });
      await ensureSeen(tx, actor, list, at);
      if (firstId === secondId) throw new Refusal("same_speaker");
      const second = (await speakersOf(tx, list.itemId)).find((one) => one.id === secondId);
      if (!second) throw new Refusal("not_found");
      if (first.state !== "waiting" || second.state !== "waiting") throw new Refusal("not_waiting");
      const [made] = await tx
        .insert(speakerSwaps)
        .values({
          itemId: list.itemId,
          firstId,
          secondId,
          reason,
          askedAt: at,
          firstAgreedAt: at,
          firstAgreedBy: actorName(actor),
        })
        .returning({ id: speakerSwaps.id });
      if (!made) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "speakers.swap",
        subject: ["agenda_item", list.itemId],
        eventId: list.eventId,
        at,
        reason,
        details: { swap: "asked" },
      });
      return made;
    });
  return refusing(speakerConstraints, write);
}

import type { Transaction } from "@/db/client";
import { questions } from "@/db/schema/questions";
import { Refusal } from "@/lib/refusal";
import type { Draft } from "./presets/draft";
import { questionsOf } from "./queries";
import { lastPlace, sameQuestion } from "./row";
import { brokenConditions, inOrder } from "./rules";

/**
 * Puts questions behind those an event asks already, in their order, and leaves out those it asks already; a condition
 * on one of these refers to it. Answers how many came. The event is locked and the right asked for by the caller.
 * Refuses `nothing_to_add`, and `condition_not_earlier` where what is asked already does not carry the conditions.
 */
export async function appendQuestions(
  tx: Transaction,
  eventId: string,
  drafts: readonly Draft[],
  at: Date,
): Promise<number> {
  const asked = await questionsOf(tx, eventId);
  const ids = new Map<string, string>();
  let position = await lastPlace(tx, eventId);
  let added = 0;
  for (const { key, shownIf, ...draft } of drafts) {
    const known = asked.find((one) => sameQuestion(one, draft));
    if (known) {
      ids.set(key, known.id);
      continue;
    }
    const on = shownIf && ids.get(shownIf.key);
    if (shownIf && !on) throw new Refusal("condition_not_earlier");
    const [row] = await tx
      .insert(questions)
      .values({
        ...draft,
        eventId,
        position: position++,
        shownIfId: on ?? null,
        shownIfValue: shownIf?.value ?? "",
        createdAt: at,
      })
      .returning({ id: questions.id });
    if (!row) throw new Refusal("not_found");
    ids.set(key, row.id);
    added++;
  }
  if (added === 0) throw new Refusal("nothing_to_add");
  if (brokenConditions(inOrder(await questionsOf(tx, eventId))).length > 0)
    throw new Refusal("condition_not_earlier");
  return added;
}

import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { appendQuestions } from "./append";
import type { CopyFormInput } from "./input";
import { questionsOf } from "./queries";

/**
 * Adds the questions of another event's form that this one does not ask yet; answers stay where they are. Refuses
 * `nothing_to_add`, `condition_not_earlier`.
 */
export async function copyForm(actor: Actor, { eventId, from }: CopyFormInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "event.edit-form");
    const drafts = (await questionsOf(tx, from)).map((question) => ({
      key: question.id,
      stage: question.stage,
      kind: question.kind,
      label: question.label,
      help: question.help,
      options: question.options,
      required: question.required,
      audience: question.audience,
      keptDays: question.keptDays,
      reviewed: question.reviewed,
      shownIf: question.shownIfId ? { key: question.shownIfId, value: question.shownIfValue } : undefined,
    }));
    const added = await appendQuestions(tx, event.id, drafts, at);
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details: { copied: added },
    });
    return { added };
  });
}

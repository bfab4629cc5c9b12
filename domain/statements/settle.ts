import { db } from "@/db/client";
import type { Paragraph } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { bracketsOf, chooseOption } from "./inline/rules";
import type { SettleInput } from "./input";
import { insertRevision } from "./insert-revision";
import { adoptionOf, latestRevision, lockStatement } from "./lock";

/**
 * Settles one bracket of the authentic text by one of its options, as a new revision whose note says which and why; a
 * paragraph of which nothing is left falls away. Refuses `stale` where the text is no longer the one that was seen,
 * `no_such_option`, `statement_adopted`, `text_locked`.
 */
export async function settle(actor: Actor, input: SettleInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.edit");
    if (await adoptionOf(tx, input.id)) throw new Refusal("statement_adopted");
    const latest = await latestRevision(tx, input.id, statement.authenticLocale);
    if (!latest || latest.id !== input.basedOn) throw new Refusal("stale");
    const paragraph = latest.paragraphs.find((one) => one.id === input.paragraphId);
    const bracket = bracketsOf(paragraph?.text ?? "")[input.index];
    const option = bracket?.options[input.option];
    if (!paragraph || bracket?.source !== input.bracket || option === undefined)
      throw new Refusal("no_such_option");
    const settled = withoutHolders(paragraph, chooseOption(paragraph.text, input.index, input.option));
    const paragraphs = latest.paragraphs.flatMap((one) => {
      if (one.id !== paragraph.id) return [one];
      return settled.text.trim() === "" ? [] : [settled];
    });
    const revision = await insertRevision(tx, {
      statementId: input.id,
      locale: statement.authenticLocale,
      number: latest.number + 1,
      basedOnId: latest.id,
      title: latest.title,
      paragraphs,
      note: `[${bracket.source}] → ${option || "–"}: ${input.reason}`,
      savedAt: at,
      savedBy: actorId(actor),
      savedByName: actorName(actor),
    });
    await record(tx, actor, {
      action: "statement.edit",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      reason: input.reason,
      details: { revision: revision.number, settled: `[${bracket.source}]`, option: option || "–" },
    });
    return revision;
  });
}

/** Nobody holds an option of a bracket that is gone; of brackets of the same words another may still stand. */
function withoutHolders({ holders, ...paragraph }: Paragraph, text: string): Paragraph {
  const open = new Set(bracketsOf(text).map(({ source }) => source));
  const still = holders?.filter(({ bracket }) => open.has(bracket)) ?? [];
  return { ...paragraph, text, ...(still.length > 0 ? { holders: still } : {}) };
}

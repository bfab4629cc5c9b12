import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { textInput } from "../input";
import { latestRevision, statementOf } from "../lock";
import { save } from "../save";
import type { TakeTextInput } from "./input";

/**
 * Saves a text that was read and looked through as a new revision of the authentic text, on top of the one it was laid
 * on. What is known of paragraphs whose words are the same (who holds a bracket, what they cite) stays. Refuses as `save`.
 */
export async function take(
  actor: Actor,
  { id, basedOn, title, note, paragraphs }: TakeTextInput,
  at = now(),
) {
  ensure(actor, "statement.edit");
  const { authenticLocale: locale } = await statementOf(db(), id);
  const base = await latestRevision(db(), id, locale);
  const known = new Map(base?.paragraphs.map((one) => [one.id, one]));
  const laid = paragraphs.map(({ keep: _, level, ...own }) => {
    const was = known.get(own.id);
    const { holders, cites } = was?.text === own.text ? was : {};
    return {
      ...own,
      ...(holders && { holders }),
      ...(cites && { cites }),
      ...(own.kind === "operative" && level > 0 ? { level } : {}),
    };
  });
  return save(
    actor,
    textInput.parse({ id, locale, basedOn: basedOn ?? "", translationOf: "", title, note, paragraphs: laid }),
    at,
  );
}

import type { AmendmentKind } from "@/db/enums";
import type { Proposal } from "@/db/schema/negotiations";
import type { Paragraph } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";

type Asked = {
  kind: AmendmentKind;
  paragraphId: string | null;
  text: string;
  paragraphKind: Paragraph["kind"];
  level?: 1 | 2 | undefined;
  parts: string[];
  afterId: string;
  title: string;
};

/**
 * The words an amendment is made on, and what it would have, of a revision that was sent round. Refuses
 * `foreign_paragraph` where it names a paragraph the revision has not, `no_next` where there is nothing to merge with,
 * `no_change`.
 */
export function madeOn(revision: { title: string; paragraphs: Paragraph[] }, asked: Asked) {
  const { kind, paragraphId } = asked;
  const { paragraphs, title } = revision;
  if (kind === "retitle") {
    if (asked.title === title) throw new Refusal("no_change");
    return made([], null, { title: asked.title });
  }
  const at = paragraphs.findIndex((one) => one.id === paragraphId);
  const own = paragraphs[at];
  if (kind === "insert_after") {
    if (paragraphId && !own) throw new Refusal("foreign_paragraph");
    const { text, paragraphKind, level } = asked;
    const levelled = paragraphKind === "operative" && level ? { level } : {};
    return made(own ? [own] : [], paragraphId, { text, kind: paragraphKind, ...levelled });
  }
  if (!own) throw new Refusal("foreign_paragraph");
  if (kind === "delete") return made([own], own.id, {});
  if (kind === "split") return made([own], own.id, { parts: asked.parts });
  if (kind === "move") {
    const afterId = asked.afterId === "start" ? null : asked.afterId;
    const known = afterId === null || paragraphs.some((one) => one.id === afterId);
    if (!known || afterId === own.id) throw new Refusal("foreign_paragraph");
    if ((paragraphs[at - 1]?.id ?? null) === afterId) throw new Refusal("no_change");
    return made([own], own.id, { afterId });
  }
  if (kind === "merge") {
    const next = paragraphs[at + 1];
    if (!next) throw new Refusal("no_next");
    return made([own, next], own.id, { text: asked.text });
  }
  if (asked.text === own.text) throw new Refusal("no_change");
  return made([own], own.id, { text: asked.text });
}

function made(base: Paragraph[], paragraphId: string | null, proposal: Proposal) {
  return { base, paragraphId, proposal };
}

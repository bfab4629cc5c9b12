import type { AmendmentKind } from "@/db/enums";
import type { Amended, Text } from "../rules";

/**
 * What the form of an amendment holds at first: the words as they are, to be changed. Nothing where the text has no
 * such paragraph; what is put in may also stand before the first.
 */
export function beginning(text: Text, kind: AmendmentKind, paragraphId: string | undefined) {
  const at = text.paragraphs.findIndex((one) => one.id === paragraphId);
  const own = text.paragraphs[at];
  const next = text.paragraphs[at + 1];
  const free = kind === "retitle" || (kind === "insert_after" && !paragraphId);
  if ((!own && !free) || (kind === "merge" && !next)) return undefined;
  const words: Partial<Record<AmendmentKind, string>> = {
    replace: own?.text ?? "",
    merge: [own?.text, next?.text].filter(Boolean).join(" "),
  };
  return {
    kind,
    paragraphId: own && kind !== "retitle" ? own.id : "",
    text: words[kind] ?? "",
    paragraphKind: (own ?? text.paragraphs[0])?.kind ?? "operative",
    level: own?.level ? String(own.level) : "",
    parts: kind === "split" ? (own?.text ?? "") : "",
    afterId: "",
    title: kind === "retitle" ? text.title : "",
    reason: "",
  };
}

/** What the form that renews an amendment holds at first: what was proposed, to be brought onto the present words. */
export function renewed(amendment: Amended & { id: string; revision: number; reason: string }, text: Text) {
  const { id, revision, kind, proposal, reason } = amendment;
  const stands = text.paragraphs.some((one) => one.id === proposal.afterId);
  return {
    id,
    revision,
    kind,
    text: proposal.text ?? "",
    paragraphKind: proposal.kind ?? "operative",
    level: proposal.level ? String(proposal.level) : "",
    parts: proposal.parts?.join("\n\n") ?? "",
    afterId: proposal.afterId === null ? "start" : stands ? (proposal.afterId ?? "") : "",
    title: proposal.title ?? "",
    reason,
  };
}

import type { CommentAudience } from "@/db/enums";

/** Who reads: the secretariat, or an organisation that is a party, of the drafting group or not. */
export type Reader = { kind: "secretariat" } | { kind: "party"; organisationId: string; drafting: boolean };

/**
 * Whether somebody may read a comment: the secretariat every one, an organisation its own and those meant for it. The
 * query says the same in SQL; a table of truth holds the two together.
 */
export function mayRead(
  reader: Reader,
  comment: { audience: CommentAudience; organisationId: string | null },
) {
  if (reader.kind === "secretariat") return true;
  if (comment.organisationId === reader.organisationId) return true;
  if (comment.audience === "members") return true;
  return comment.audience === "drafting_group" && reader.drafting;
}

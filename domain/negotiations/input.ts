import { z } from "zod";
import { id, optionalLines, several, ticked } from "@/domain/input";

/** Organisations that are to negotiate a statement. */
export const invitePartiesInput = z.object({
  id,
  organisationIds: several(id, 500).refine((chosen) => chosen.length > 0, { error: "validation.chooseSome" }),
  drafting: ticked,
});
export type InvitePartiesInput = z.output<typeof invitePartiesInput>;

export const inviteMembersInput = z.object({ id });
export type InviteMembersInput = z.output<typeof inviteMembersInput>;

export const changePartyInput = z.object({ id, organisationId: id, drafting: ticked });
export type ChangePartyInput = z.output<typeof changePartyInput>;

export const removePartyInput = z.object({ id, organisationId: id });
export type RemovePartyInput = z.output<typeof removePartyInput>;

/** A revision to be sent round to the parties, with a word on it. */
export const circulateInput = z.object({ id, revisionId: id, note: optionalLines(2_000) });
export type CirculateInput = z.output<typeof circulateInput>;

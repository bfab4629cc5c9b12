import type { AmendmentState, Localized } from "@/db/enums";
import type { Amended, Misfit } from "@/domain/amendments/rules";

/** An amendment as the pages show it: what it would do, who stands behind it, and where it stands. */
export type Amendment = Amended & {
  id: string;
  number: number;
  revision: number;
  organisationId: string;
  organisation: Localized;
  sponsors: { id: string; name: Localized }[];
  state: AmendmentState;
  reason: string;
  decisionReason: string;
  decidedBy: string;
  resultNumber: number | null;
  misfit: Misfit | undefined;
  others: { id: string; number: number }[];
};

/** How a paragraph is spoken of: by its number, or by its first words. */
export type Reference = { id: string; reference: string | null; words: string };

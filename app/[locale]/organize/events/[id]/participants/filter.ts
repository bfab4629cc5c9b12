import { z } from "zod";
import { participationClasses, participationStates } from "@/db/enums";
import { oneOf, pageNumber, searchWords } from "@/lib/list";

/** What the address of the list says of it; the export reads the same. */
export const participantsAsked = z.object({
  q: searchWords,
  state: oneOf(participationStates),
  class: oneOf(participationClasses),
  sort: z.enum(["arrival", "-arrival", "name", "organisation", "state"]).catch("arrival"),
  page: pageNumber,
});

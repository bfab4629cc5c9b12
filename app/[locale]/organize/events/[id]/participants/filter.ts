import { z } from "zod";
import { participationClasses, participationLevels, participationStates, poolKinds } from "@/db/enums";
import { tagText } from "@/domain/participations/list/input";
import { listColumns, sorts, usualColumns } from "@/domain/participations/list/rules";
import { oneOf, pageNumber, query, searchWords, severalOf, sinceWhen } from "@/lib/list";

const id = z.uuid().optional().catch(undefined);

/** What the address of the list says of it; the export reads the same. */
export const participantsAsked = z.object({
  q: searchWords,
  state: severalOf(participationStates),
  class: severalOf(participationClasses),
  level: oneOf(participationLevels),
  organisation: id,
  delegation: z
    .union([z.uuid(), z.literal("none")])
    .optional()
    .catch(undefined),
  pool: oneOf(poolKinds),
  tag: tagText.optional().catch(undefined),
  listed: oneOf(["yes", "no"]),
  needs: oneOf(["yes", "no"]),
  checkedIn: oneOf(["yes", "no"]),
  since: sinceWhen,
  columns: severalOf(listColumns),
  sort: z.enum(sorts).catch("arrival"),
  page: pageNumber,
});
export type ParticipantsAsked = z.output<typeof participantsAsked>;

/** The parts of the list's address that say what was asked; what goes without saying is absent, and so is the page. */
export function partsOf({ page: _, ...asked }: ParticipantsAsked): Record<string, string | undefined> {
  const columns = asked.columns?.join() === usualColumns.join() ? undefined : asked.columns?.join();
  return {
    ...asked,
    state: asked.state?.join(),
    class: asked.class?.join(),
    columns,
    sort: asked.sort === "arrival" ? undefined : asked.sort,
  };
}

/** The query part of the address of a list, without its question mark: what is kept of a filter. */
export function keptQuery(asked: ParticipantsAsked): string {
  return query(partsOf(asked)).slice(1);
}

import type { ParticipationState } from "@/db/enums";

/** What a column of an imported list can mean, in the order in which people are shown it. */
export const importFields = [
  "externalKey",
  "name",
  "givenName",
  "familyName",
  "courtesyTitle",
  "email",
  "functionalTitle",
  "organisation",
  "class",
  "level",
  "state",
  "locale",
  "accessNeeds",
  "dietaryNeeds",
  "tags",
  "listed",
] as const;
export type ImportField = (typeof importFields)[number];

/** For each column its field, or the empty text where it is left out. */
export type Mapping = readonly (ImportField | "")[];

/** What becomes of a row; of those with a `warning` the import does what it can, those with an `error` it leaves out. */
export const importResults = ["new", "update", "same", "warning", "error"] as const;
export type ImportResult = (typeof importResults)[number];

/** The states a list can bring somebody new in. Who has left an event is not brought in as gone. */
export const importableStates = [
  "nominated",
  "submitted",
  "pre_approved",
  "approved",
  "waitlisted",
  "on_hold",
] as const satisfies ParticipationState[];
export type ImportableState = (typeof importableStates)[number];

/** What can be said of a row, and how grave it is. A note changes nothing. */
const gravities = {
  required: "error",
  tooLong: "error",
  characters: "error",
  oneLine: "error",
  email: "error",
  unknown: "error",
  tooMany: "error",
  twice: "error",
  taken: "error",
  headTaken: "error",
  headOfNothing: "error",
  notImportable: "error",
  noDelegation: "error",
  refused: "error",
  byHand: "warning",
  ambiguous: "warning",
  knownKept: "warning",
  noSeat: "warning",
  aboveQuota: "warning",
  unclear: "warning",
  left: "warning",
  stateKept: "note",
} as const satisfies Record<string, "error" | "warning" | "note">;
export type RemarkCode = keyof typeof gravities;
export const remarkCodes = Object.keys(gravities) as RemarkCode[];

/** A remark as it is kept: the field it is about, or the whole row, and what there is to say. */
export type Remark = `${ImportField | "row"}:${RemarkCode}`;

export function gravityOf(remark: Remark): "error" | "warning" | "note" {
  return gravities[remark.slice(remark.indexOf(":") + 1) as RemarkCode];
}

/** A remark taken apart, for its words; nothing where it is none of ours. */
export function remarkParts(remark: string): { field: ImportField | "row"; code: RemarkCode } | undefined {
  const [field, code = ""] = remark.split(":");
  const known = field === "row" || importFields.some((name) => name === field);
  return known && Object.hasOwn(gravities, code)
    ? { field: field as ImportField | "row", code: code as RemarkCode }
    : undefined;
}

/** Where an import stands. */
export type ImportStage = "mapping" | "checking" | "checked" | "running" | "finished";

type Standing = {
  revision: number;
  checkedAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** Where an import stands: its columns are first mapped, then its rows checked, then it may run. */
export function importStage({ revision, checkedAt, startedAt, finishedAt }: Standing): ImportStage {
  if (finishedAt) return "finished";
  if (startedAt) return "running";
  if (checkedAt) return "checked";
  return revision > 1 ? "checking" : "mapping";
}

import type {
  Locale,
  ParticipationClass,
  ParticipationLevel,
  ParticipationState,
  PoolKind,
} from "@/db/enums";
import { counted, fillsIn, goesAbove, type Room } from "@/domain/delegations/rules";
import type { Said } from "@/domain/imports/reading/rules";
import {
  gravityOf,
  type ImportableState,
  type ImportField,
  type ImportResult,
  type Remark,
} from "@/domain/imports/rules";
import { liveStates } from "@/domain/participations/rules";
import { type Pool, seatFor, withOneTaken } from "@/domain/pools/rules";

/** A participation as it stands, as far as a list can say something of it. */
export type Standing = {
  id: string;
  state: ParticipationState;
  revision: number;
  externalKey: string | null;
  name: string;
  familyName: string;
  courtesyTitle: string;
  email: string | null;
  functionalTitle: string;
  organisationId: string | null;
  organisationName: string;
  /** Whose delegation they belong to; null for who registered by themselves. */
  delegationOf: string | null;
  class: ParticipationClass;
  level: ParticipationLevel;
  locale: Locale;
  accessNeeds: string;
  dietaryNeeds: string;
  tags: string[];
  listed: boolean;
};

/** What is known beside the row: who is there already, which organisations, and the pools people belong to. */
export type Known = {
  byKey: ReadonlyMap<string, Standing>;
  /** Of live participations only. */
  byEmail: ReadonlyMap<string, Standing>;
  organisation: (name: string) => string | "ambiguous" | undefined;
  poolOf: (person: { class: ParticipationClass; organisationId: string | null }) => PoolKind;
  locale: Locale;
};

/** What the rows before have used up; `weigh` adds to it. */
export type Ledger = {
  keys: Set<string>;
  emails: Set<string>;
  people: Set<string>;
  /** The head of each organisation's delegation: the id of the participation, or empty for one from this list. */
  heads: Map<string, string>;
  room: Room;
  pools: readonly Pool[];
};

/** Somebody new, as they will stand. */
export type Newcomer = Omit<Standing, "id" | "revision" | "state"> & {
  state: ImportableState;
  pool: PoolKind;
  seatPool: PoolKind | null;
};

/** What differs from what stands; `pool` and the delegation follow the class and the organisation. */
export type Changes = Partial<Omit<Standing, "id" | "revision" | "state"> & { pool: PoolKind }>;

/** What is to become of a row. At most one of `add` and `change`. */
export type Weighed = {
  result: ImportResult;
  remarks: Remark[];
  /** Whom it is about, where they are there already. */
  standing?: Standing;
  add?: Newcomer;
  change?: Changes;
};

/**
 * Weighs a row against what is known and what the rows before it have used up: whether it is about somebody new, what
 * it changes, and what stands against it. The person is found by the external key, else by the address of a live
 * participation. A row that comes to an error uses nothing up but its key and its address.
 */
export function weigh(read: { said: Said; remarks: Remark[] }, known: Known, ledger: Ledger): Weighed {
  const { said } = read;
  const remarks = [...read.remarks];
  const standing = find(said, known, remarks);
  meet(said, standing, ledger, remarks);
  const weighed = standing
    ? isLive(standing)
      ? changeOf(said, standing, known, ledger, remarks)
      : left(remarks)
    : addOf(said, known, ledger, remarks);
  const result = resultOf(weighed, standing, remarks);
  if (result === "error") return { result, remarks, standing };
  if (weighed.add) use(weighed.add, ledger);
  if (weighed.change && standing) move(standing, weighed.change, ledger);
  return { result, remarks, standing, ...weighed };
}

type Outcome = Pick<Weighed, "add" | "change">;

function find(said: Said, known: Known, remarks: Remark[]): Standing | undefined {
  const byKey = said.externalKey === undefined ? undefined : known.byKey.get(said.externalKey);
  const byEmail = said.email === undefined ? undefined : known.byEmail.get(said.email);
  // Whoever left and came back by themselves is who stands there now.
  if (byKey && byEmail && !isLive(byKey)) return byEmail;
  // Somebody else has the address: of another key, or found beside the one of this key.
  const foreign = byKey ? byEmail && byEmail.id !== byKey.id : said.externalKey && byEmail?.externalKey;
  if (foreign) remarks.push("email:taken");
  return byKey ?? byEmail;
}

function isLive({ state }: Standing): boolean {
  return liveStates.some((one) => one === state);
}

/** The second row of a key, of an address or about the same person is one too many. */
function meet(said: Said, standing: Standing | undefined, ledger: Ledger, remarks: Remark[]) {
  const { externalKey, email } = said;
  if (externalKey !== undefined && met(ledger.keys, externalKey)) remarks.push("externalKey:twice");
  else if (email !== undefined && met(ledger.emails, email)) remarks.push("email:twice");
  else if (standing && met(ledger.people, standing.id)) remarks.push("row:twice");
}

function met(seen: Set<string>, value: string): boolean {
  const before = seen.has(value);
  seen.add(value);
  return before;
}

function left(remarks: Remark[]): Outcome {
  remarks.push("row:left");
  return {};
}

function resultOf({ add, change }: Outcome, standing: Standing | undefined, remarks: Remark[]): ImportResult {
  const has = (gravity: string) => remarks.some((remark) => gravityOf(remark) === gravity);
  if (has("error")) return "error";
  if (!add && !change) return remarks.includes("row:left") ? "warning" : "same";
  if (has("warning")) return "warning";
  return standing ? "update" : "new";
}

/** The organisation a row names: one we know, or its name as it was written. */
function organisationOf(said: Said, known: Known, remarks: Remark[]) {
  const written = said.organisation ?? "";
  const found = written === "" ? undefined : known.organisation(written);
  if (found && found !== "ambiguous") return { organisationId: found, organisationName: "" };
  if (written !== "") remarks.push(found ? "organisation:ambiguous" : "organisation:byHand");
  return { organisationId: null, organisationName: written };
}

function addOf(said: Said, known: Known, ledger: Ledger, remarks: Remark[]): Outcome {
  const organisation = organisationOf(said, known, remarks);
  const delegationOf = organisation.organisationId;
  const of = said.class ?? "delegate";
  if (said.name === undefined) missing("name", remarks);
  // Whoever has no address is reached through their delegation, and found again by their key alone.
  if (said.email === undefined && !(delegationOf && said.externalKey)) missing("email", remarks);
  refuseHead(of, delegationOf, "", ledger, remarks);
  askRoom(of, delegationOf, ledger, remarks);
  if (said.state === "nominated" && !delegationOf) remarks.push("state:noDelegation");
  const pool = known.poolOf({ class: of, organisationId: organisation.organisationId });
  // What is left out takes no seat, so nothing is said of seats.
  const seeks = said.state === "approved" && !remarks.some((remark) => gravityOf(remark) === "error");
  const seatPool = seeks ? seatFor(ledger.pools, pool) : null;
  const full = seeks && seatPool === null;
  if (full) remarks.push("state:noSeat");
  const add = {
    externalKey: said.externalKey ?? null,
    name: said.name ?? "",
    familyName: said.familyName ?? "",
    courtesyTitle: said.courtesyTitle ?? "",
    email: said.email ?? null,
    functionalTitle: said.functionalTitle ?? "",
    ...organisation,
    delegationOf,
    class: of,
    level: said.level ?? "other",
    locale: said.locale ?? known.locale,
    accessNeeds: said.accessNeeds ?? "",
    dietaryNeeds: said.dietaryNeeds ?? "",
    tags: said.tags ?? [],
    listed: said.listed ?? false,
    state: full ? ("waitlisted" as const) : (said.state ?? "submitted"),
    pool,
    seatPool,
  };
  return { add };
}

/** A field that is not there, unless it was there and wrong. */
function missing(field: ImportField, remarks: Remark[]) {
  if (!remarks.some((remark) => remark.startsWith(`${field}:`))) remarks.push(`${field}:required`);
}

const plainFields = [
  "name",
  "familyName",
  "courtesyTitle",
  "email",
  "functionalTitle",
  "class",
  "level",
  "locale",
  "accessNeeds",
  "dietaryNeeds",
  "listed",
] as const;

function changeOf(said: Said, standing: Standing, known: Known, ledger: Ledger, remarks: Remark[]): Outcome {
  const change: Changes = {};
  const set = <Field extends keyof Changes>(field: Field, value: Changes[Field]) => {
    change[field] = value;
  };
  for (const field of plainFields)
    if (said[field] !== undefined && said[field] !== standing[field]) set(field, said[field] as never);
  if (said.externalKey !== undefined && standing.externalKey === null && !known.byKey.has(said.externalKey))
    set("externalKey", said.externalKey);
  const more = (said.tags ?? []).filter((tag) => !standing.tags.includes(tag));
  if (more.length > 0) set("tags", [...standing.tags, ...more]);
  if (said.organisation !== undefined) changeOrganisation(said, standing, known, change, remarks);
  const of = change.class ?? standing.class;
  const organisationId =
    change.organisationId === undefined ? standing.organisationId : change.organisationId;
  // A head leads the delegation of their organisation, whoever entered them.
  if (of === "head" && standing.delegationOf === null && change.delegationOf === undefined && organisationId)
    set("delegationOf", organisationId);
  if (change.class !== undefined || change.organisationId !== undefined)
    set("pool", known.poolOf({ class: of, organisationId }));
  const delegation = change.delegationOf === undefined ? standing.delegationOf : change.delegationOf;
  refuseHead(of, delegation, standing.id, ledger, remarks);
  if (of !== standing.class || delegation !== standing.delegationOf) askRoom(of, delegation, ledger, remarks);
  if (said.state !== undefined && said.state !== standing.state) remarks.push("state:stateKept");
  return Object.keys(change).length > 0 ? { change } : {};
}

/** A name we do not know never takes the place of an organisation we do. */
function changeOrganisation(
  said: Said,
  standing: Standing,
  known: Known,
  change: Changes,
  remarks: Remark[],
) {
  const found = known.organisation(said.organisation ?? "");
  const isKnown = found !== undefined && found !== "ambiguous";
  if (!isKnown && standing.organisationId !== null) {
    remarks.push("organisation:knownKept");
    return;
  }
  const { organisationId, organisationName } = organisationOf(said, known, remarks);
  if (organisationId !== standing.organisationId) {
    change.organisationId = organisationId;
    if (standing.delegationOf !== null) change.delegationOf = organisationId;
  }
  if (organisationName !== standing.organisationName) change.organisationName = organisationName;
}

function refuseHead(
  of: ParticipationClass,
  delegation: string | null,
  id: string,
  ledger: Ledger,
  remarks: Remark[],
) {
  if (of !== "head") return;
  if (delegation === null) remarks.push("class:headOfNothing");
  else if (ledger.heads.has(delegation) && (id === "" || ledger.heads.get(delegation) !== id))
    remarks.push("class:headTaken");
}

/** The secretariat may go above the quota of a delegation's class, and is told that it does. */
function askRoom(of: ParticipationClass, delegation: string | null, ledger: Ledger, remarks: Remark[]) {
  if (delegation && goesAbove(fillsIn(ledger.room, delegation), of)) remarks.push("class:aboveQuota");
}

function use(add: Newcomer, ledger: Ledger) {
  if (add.delegationOf) counted(ledger.room, add.delegationOf, add.class, 1);
  if (add.class === "head" && add.delegationOf) ledger.heads.set(add.delegationOf, "");
  if (add.seatPool && ledger.pools.length > 0) ledger.pools = withOneTaken(ledger.pools, add.seatPool);
}

function move(standing: Standing, change: Changes, ledger: Ledger) {
  const before = standing.delegationOf;
  const after = change.delegationOf === undefined ? before : change.delegationOf;
  const of = change.class ?? standing.class;
  if (standing.class === "head" && before) ledger.heads.delete(before);
  if (of === "head" && after) ledger.heads.set(after, standing.id);
  if (before) counted(ledger.room, before, standing.class, -1);
  if (after) counted(ledger.room, after, of, 1);
}

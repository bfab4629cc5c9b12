import type { AnnouncementKind, Locale, OrganisationKind, UnpublishReason } from "@/db/enums";
import { isMemberOn, type Spell } from "@/domain/members/rules";
import { type Block, type EditionText, plainText, quotesOf, type RichBody } from "./text/rules";

type Head = { id: string; locale: Locale; number: number; savedAt: Date; translationOfId: string | null };

/** The language the announcement was written in first; the others are translations of it. */
export function originalLocale(heads: readonly Pick<Head, "locale" | "savedAt" | "translationOfId">[]) {
  return heads
    .filter((head) => head.translationOfId === null)
    .toSorted((a, b) => a.savedAt.getTime() - b.savedAt.getTime() || (a.locale < b.locale ? -1 : 1))[0]
    ?.locale;
}

/** The latest revision of each language. */
export function latestOf<H extends Pick<Head, "locale" | "number">>(heads: readonly H[]) {
  const latest: Partial<Record<Locale, H>> = {};
  for (const head of heads) {
    if (head.number > (latest[head.locale]?.number ?? 0)) latest[head.locale] = head;
  }
  return latest;
}

/** Whether a translation lags behind: it is known of which revision it was made, and the original has moved on. */
export function isOutdated(edition: Pick<Head, "translationOfId">, originalId: string | undefined): boolean {
  return (
    edition.translationOfId !== null && originalId !== undefined && edition.translationOfId !== originalId
  );
}

export type PublishingObstacle =
  | "no_text"
  | "empty_text"
  | "no_membership"
  | "membership_withdrawn"
  | "speaker_missing"
  | "speaker_not_nameable"
  | "already_public"
  | "not_approved";

/** What publishing one language depends on. */
export type PublishingFacts = {
  kind: AnnouncementKind;
  latest: { id: string; lead: string; body: RichBody } | undefined;
  liveRevisionId: string | undefined;
  /** The spells the announcement is about. */
  memberships: readonly { withdrawnAt: Date | null }[];
  /** The people quoted who may be named in public on the day. */
  nameable: ReadonlySet<string>;
  /** Whether a second pair of eyes approved this revision, or it is forced with a reason. */
  approved: boolean;
};

/**
 * What stands in the way of publishing one language; empty when nothing does. A new-member announcement says whose
 * membership it makes public; a quote has a speaker who may be named.
 */
export function obstaclesToPublishing(facts: PublishingFacts): PublishingObstacle[] {
  const { latest } = facts;
  const quotes = latest ? quotesOf(latest.body) : [];
  const obstacles: [PublishingObstacle, boolean][] = [
    ["no_text", !latest],
    ["empty_text", !!latest && latest.lead === "" && plainText(latest.body) === ""],
    ["no_membership", facts.kind === "new_member" && facts.memberships.length === 0],
    ["membership_withdrawn", facts.memberships.some((spell) => spell.withdrawnAt !== null)],
    ["speaker_missing", quotes.some((quote) => !quote.personId && quote.speaker === "")],
    ["speaker_not_nameable", quotes.some((quote) => quote.personId && !facts.nameable.has(quote.personId))],
    ["already_public", !!latest && facts.liveRevisionId === latest.id],
    ["not_approved", !!latest && facts.liveRevisionId !== latest.id && !facts.approved],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

export type Gap =
  | "no_translation"
  | "no_lead"
  | "no_press_contact"
  | "no_dateline"
  | "no_cover"
  | "outdated"
  | "missing_blocks"
  | "headings_differ"
  | "blocks_differ"
  | "own_blocks"
  | "office_missing";

/** One language's edition as far as readers may miss something in it; of a translation, what its parts are. */
export type Lacking = Omit<EditionText, "title" | "authors"> & { parts: readonly { state: string }[] };

/**
 * What a reader might miss in one language; nothing of it stands in the way. A translation is held against its
 * original: what that has and it has not, or it has and that has not.
 */
export function gapsOf(edition: Lacking | undefined, original?: Omit<Lacking, "parts">): Gap[] {
  if (!edition) return ["no_translation"];
  const states = new Set(edition.parts.map((part) => part.state));
  const lacks = (field: "dateline" | "cover") => !!original?.[field] && !edition[field];
  const differ = (which: (block: Block) => boolean) =>
    !!original && original.body.content.filter(which).length !== edition.body.content.filter(which).length;
  const isHeading = (block: Block) => block.type === "heading";
  const isBox = (block: Block) => !["heading", "paragraph"].includes(block.type);
  const gaps: [Gap, boolean][] = [
    ["no_lead", edition.lead === ""],
    ["no_press_contact", edition.pressContact === ""],
    ["no_dateline", lacks("dateline")],
    ["no_cover", lacks("cover")],
    ["outdated", states.has("stale")],
    ["missing_blocks", states.has("missing")],
    ["headings_differ", differ(isHeading)],
    ["blocks_differ", differ(isBox)],
    ["own_blocks", states.has("orphan")],
    ["office_missing", quotesOf(edition.body).some((quote) => !quote.personId && quote.office === "")],
  ];
  return gaps.filter(([, missing]) => missing).map(([code]) => code);
}

type Publication = { publicFrom: Date; withdrawnAt: Date | null };

/** Whether a publication was ever in force: not withdrawn before its instant, and its instant has come. */
export function wasPublic({ publicFrom, withdrawnAt }: Publication, at: Date): boolean {
  return publicFrom <= at && (withdrawnAt === null || withdrawnAt > publicFrom);
}

/** The instants of the announcements about a spell. */
export type Announcing = {
  /** Of those that are public or under embargo. */
  standing: readonly Date[];
  /** Of those that were taken back without the fact they told being wrong. */
  told: readonly Date[];
  /** Of those that came too early, and the editions that gave way to them. */
  mistaken: readonly Date[];
};

/**
 * From when a spell is public, given the announcements about it: the earliest instant of those that stand. What is
 * public already stays so: a text can be taken back, the fact that somebody is a member cannot by taking back a text.
 * Only where it was made public by an announcement that came too early, and no other has told it, it is hidden again as
 * if it never was.
 */
export function publicityOf(current: Date | null, { standing, told, mistaken }: Announcing, at: Date) {
  if (current && current <= at) {
    const byMistake = mistaken.some((instant) => instant.getTime() === current.getTime());
    const otherwise = told.length > 0 || standing.some((instant) => instant <= at);
    if (!byMistake || otherwise) return current;
  }
  const earliest = standing.reduce<Date | null>((a, b) => (a && a <= b ? a : b), null);
  return earliest && earliest < at ? at : earliest;
}

type Announced = Publication & { withdrawalKind: UnpublishReason | null };

/** What the publications about a spell say of it. */
export function announcing(publications: readonly Announced[], at: Date): Announcing {
  const stands = (one: Announced) => one.withdrawnAt === null || one.withdrawnAt > at;
  const ended = publications.filter((one) => !stands(one) && wasPublic(one, at));
  const isMistake = (one: Announced) => one.withdrawalKind === null || one.withdrawalKind === "too_early";
  const instants = (some: readonly Announced[]) => some.map((one) => one.publicFrom);
  return {
    standing: instants(publications.filter(stands)),
    told: instants(ended.filter((one) => !isMistake(one))),
    mistaken: instants(ended.filter(isMistake)),
  };
}

type Known = { kind: OrganisationKind; spells: readonly Spell[] };

/** What can be said of an accession as it is known: the day, how many there are then, and which one it is. */
export function accession(
  joining: readonly { kind: OrganisationKind; joinedOn: string }[],
  members: readonly Known[],
) {
  const day =
    joining
      .map((one) => one.joinedOn)
      .toSorted()
      .at(-1) ?? "";
  const count = (kind: OrganisationKind) =>
    members.filter((member) => member.kind === kind && isMemberOn(member.spells, day)).length;
  const [first] = joining;
  const alone = joining.length === 1 && first ? { kind: first.kind, ordinal: count(first.kind) } : undefined;
  return { day, countries: count("country"), companies: count("company"), alone };
}

/** What the group's logo is called in a kit: its short name, and another where a member's logo is called so. */
export function ownLogoName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? ownLogoName(`${name}-group`, taken) : name;
}

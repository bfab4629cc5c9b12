import { z } from "zod";
import { announcementKinds, locales, unpublishReasons } from "@/db/enums";
import {
  day,
  id,
  line,
  lines,
  optionalId,
  optionalLine,
  optionalLines,
  optionalLocalDateTime,
  optionalLocalizedLine,
  revision,
  several,
  slug,
  ticked,
  zone,
} from "@/domain/input";
import { richBodyField } from "./text/input";
import type { Cover } from "./text/rules";

const choice = { error: "validation.choice" };
const kind = z.enum(announcementKinds, choice);

const memberships = several(id, 50);

/** Tags as they are typed: words with commas between them, each once. */
const tags = optionalLine(300).transform((typed) => {
  const all = typed
    .split(",")
    .map((tag) => tag.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  return [...new Map(all.map((tag) => [tag.toLocaleLowerCase(), tag])).values()].slice(0, 12);
});

/**
 * A new announcement. With spells it drafts itself in every language; without, it begins with its title in one.
 * The address may be left empty where a title or a name can make it.
 */
export const announcementInput = z
  .object({
    kind,
    slug: z.union([z.literal(""), slug]).default(""),
    title: optionalLine(300),
    locale: z.enum(locales, choice),
    eventId: optionalId,
    membershipIds: memberships,
  })
  .refine((piece) => piece.kind === "new_member" || piece.title !== "", {
    path: ["title"],
    error: "validation.required",
  })
  .refine((piece) => piece.kind !== "new_member" || piece.membershipIds.length > 0 || piece.title !== "", {
    path: ["membershipIds"],
    error: "validation.membershipOrTitle",
  });
export type AnnouncementInput = z.output<typeof announcementInput>;

/** What an announcement is, changed on a revision of it. */
export const announcementFactsInput = z.object({
  id,
  revision,
  kind,
  slug,
  eventId: optionalId,
  membershipIds: memberships,
  tags,
});
export type AnnouncementFactsInput = z.output<typeof announcementFactsInput>;

/** Who wrote a text, a name to a line. */
const authors = optionalLines(1_000).transform((typed) =>
  [...new Set(typed.split("\n").map((name) => name.trim().replace(/\s+/g, " ")))]
    .filter(Boolean)
    .slice(0, 20),
);

/** The picture a text is shown with; none where none is chosen. It is never without words for whoever cannot see it. */
const cover = z
  .object({ mediaId: optionalId, alt: optionalLine(300), credit: optionalLine(300) })
  .refine(({ mediaId, alt }) => mediaId === null || alt !== "", { path: ["alt"], error: "validation.alt" })
  .transform(({ mediaId, ...words }): Cover | null => (mediaId ? { mediaId, ...words } : null))
  .default(null);

/** Parts of a text by their keys. */
const keys = several(z.string().max(40), 1_000).default([]);

/** One language's text, made on the revision `basedOn` (empty for the first of its language). */
export const editionInput = z.object({
  id,
  locale: z.enum(locales, choice),
  basedOn: optionalId,
  /** For a translation: the revision of the original that was in front of the translator. */
  translationOf: optionalId,
  title: line(300),
  lead: optionalLines(1_000),
  body: richBodyField,
  dateline: optionalLine(200),
  pressContact: optionalLines(500),
  authors,
  cover,
  /** Of a translation: parts that are right though the original changed. */
  stillRight: keys,
  /** Of an original: what changed has no effect on translations. */
  noEffect: ticked,
  /** Kept while somebody writes. */
  automatic: ticked,
});
export type EditionInput = z.output<typeof editionInput>;

/** An old revision of a language made the draft again, on top of the one that is the latest. */
export const restoreInput = z.object({
  id,
  locale: z.enum(locales, choice),
  revisionId: id,
  basedOn: optionalId,
});
export type RestoreInput = z.output<typeof restoreInput>;

/** The members of a day, to be put into a text in one language. */
export const factBoxInput = z.object({ id, asOf: day, locale: z.enum(locales, choice) });

/** Several values in one field, with commas between them. */
const listed = <One extends z.ZodType>(one: One, most: number) =>
  z.preprocess(
    (sent) => (typeof sent === "string" ? sent.split(",").filter(Boolean) : sent),
    z.array(one).max(most),
  );

/**
 * Making one or both languages public: now where `publicFrom` is empty, otherwise at that local time in the zone.
 * `seen` names the revisions that were looked at.
 */
export const publishInput = z.object({
  id,
  revision,
  languages: listed(z.enum(locales, choice), locales.length).refine((all) => all.length > 0, {
    error: "validation.oneLanguage",
  }),
  seen: listed(id, locales.length),
  publicFrom: optionalLocalDateTime,
  zone,
  /** What changed, in each language that is public already. */
  changeNotes: optionalLocalizedLine(500),
  major: ticked,
  /** Why it goes out without a second pair of eyes; empty where it has one. */
  forcedReason: optionalLines(1_000),
});
type Published = z.output<typeof publishInput>;
type Optional = "changeNotes" | "major" | "forcedReason";
export type PublishInput = Omit<Published, Optional> & Partial<Pick<Published, Optional>>;

/** Taking one language back from the public, with the reason and what it is taken back as. */
export const withdrawInput = z
  .object({
    id,
    publicationId: id,
    reason: lines(1_000),
    kind: z.enum(unpublishReasons, choice),
    leadsToId: optionalId,
  })
  .refine((one) => one.kind !== "merged" || one.leadsToId !== null, {
    path: ["leadsToId"],
    error: "validation.leadsTo",
  });
type Withdrawn = z.output<typeof withdrawInput>;
export type WithdrawInput = Omit<Withdrawn, "kind" | "leadsToId"> &
  Partial<Pick<Withdrawn, "kind" | "leadsToId">>;

import { z } from "zod";
import { adoptionMethods, locales, statementKinds, unpublishReasons } from "@/db/enums";
import {
  id,
  line,
  lines,
  localDateTime,
  optionalId,
  optionalLine,
  optionalLocalDateTime,
  revision,
  several,
  slug,
  ticked,
  zone,
} from "@/domain/input";
import { paragraphInput } from "./text/input";

const choice = { error: "validation.choice" };

/** A new statement: what it is, and its authentic language. Its text comes in revisions. */
export const statementInput = z.object({
  kind: z.enum(statementKinds, choice),
  slug,
  title: line(300),
  eventId: optionalId,
  authenticLocale: z.enum(locales, choice),
  /** The adopted statement that it takes the place of, whose text it begins with. */
  supersedesId: optionalId.optional(),
});
export type StatementInput = z.output<typeof statementInput>;

/** What a statement is, changed on a revision of its facts. */
export const statementFactsInput = z.object({
  id,
  revision,
  kind: z.enum(statementKinds, choice),
  slug,
  eventId: optionalId,
  /** Languages beside the authentic one whose text is equally authentic; left out, they stay as they are. */
  alsoAuthentic: several(z.enum(locales, choice), locales.length).optional(),
});
export type StatementFactsInput = z.output<typeof statementFactsInput>;

/** A text to be saved as a new revision, made on the revision `basedOn` (empty for the first of its language). */
export const textInput = z.object({
  id,
  locale: z.enum(locales, choice),
  basedOn: optionalId,
  /** For a translation: the authentic revision that was in front of the translator. */
  translationOf: optionalId,
  title: line(300),
  note: optionalLine(300),
  paragraphs: z.array(paragraphInput).min(1, { error: "validation.required" }).max(400),
});
export type TextInput = z.output<typeof textInput>;

/** A search for agreed language by its words. */
export const agreedInput = z.object({ q: line(200), locale: z.enum(locales, choice) });
export type AgreedInput = z.output<typeof agreedInput>;

/** That a translation was looked over: the revision that was read. */
export const reviewTranslationInput = z.object({ id, locale: z.enum(locales, choice), revisionId: id });
export type ReviewTranslationInput = z.output<typeof reviewTranslationInput>;

/** A place in a list; nothing chosen is no place, and not the first. */
const place = z.preprocess(
  (sent) => (sent === "" || sent === null ? undefined : sent),
  z.coerce.number(choice).int(choice).min(0, choice).max(1_000, choice),
);

/** One bracket of the latest authentic text settled by one of its options. */
export const settleInput = z.object({
  id,
  basedOn: id,
  paragraphId: id,
  /** The bracket by its place and its words, which must be those that were seen. */
  index: place,
  bracket: z.string().max(10_000),
  option: place,
  reason: line(300),
});
export type SettleInput = z.output<typeof settleInput>;

/** The record of an adoption. */
export const adoptInput = z.object({
  id,
  revisionId: id,
  method: z.enum(adoptionMethods, choice),
  adoptedAt: localDateTime,
  zone,
  agendaItemId: optionalId,
  chairId: optionalId,
  /** The organisations that were in the room. */
  attendance: several(id, 500).optional(),
});
export type AdoptInput = z.output<typeof adoptInput>;

/** Making one language public: now where `publicFrom` is empty, otherwise at that local time in the zone. */
export const publishInput = z.object({
  id,
  locale: z.enum(locales, choice),
  revisionId: id,
  publicFrom: optionalLocalDateTime,
  zone,
  /** Of a further edition: what has changed, and whether those who follow are told. */
  changeNote: optionalLine(500),
  major: ticked,
});
type Published = z.output<typeof publishInput>;
export type PublishInput = Omit<Published, "changeNote" | "major"> &
  Partial<Pick<Published, "changeNote" | "major">>;

/** Taking a text back: why, what that makes of its address, and where it leads instead. */
export const withdrawInput = z
  .object({
    id,
    publicationId: id,
    reason: lines(1_000),
    kind: z.enum(unpublishReasons, choice),
    leadsToId: optionalId,
  })
  .refine(({ kind, leadsToId }) => kind !== "merged" || leadsToId !== null, {
    path: ["leadsToId"],
    error: "validation.required",
  });
type Withdrawn = z.output<typeof withdrawInput>;
export type WithdrawInput = Omit<Withdrawn, "kind" | "leadsToId"> &
  Partial<Pick<Withdrawn, "kind" | "leadsToId">>;

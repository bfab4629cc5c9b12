import { z } from "zod";
import {
  agendaAudiences,
  agendaItemKinds,
  agendaRoles,
  attributionRules,
  confirmations,
  findingKinds,
  locales,
  presences,
  spokenLanguages,
} from "@/db/enums";
import {
  day,
  id,
  localDateTime,
  localizedLine,
  optionalId,
  optionalLocalDateTime,
  optionalLocalizedLines,
  optionalNumber,
  revision,
  several,
  ticked,
} from "@/domain/input";

const choice = { error: "validation.choice" };
const refOfItem = { id, revision };

/** Somebody in an item: who, as what, for whom. A row without a person falls away. */
const person = z.object({
  personId: z.union([z.literal(""), id]),
  role: z.enum(agendaRoles, choice),
  confirmation: z.enum(confirmations, choice).default("unasked"),
  presence: z.enum(presences, choice).default("in_person"),
  onBehalfOf: optionalId,
});

const facts = z.object({
  eventId: id,
  kind: z.enum(agendaItemKinds, choice),
  title: localizedLine(200),
  abstract: optionalLocalizedLines(4_000),
  roomId: optionalId,
  /** Local to the event's zone; both empty: the item waits in the tray. */
  startsAt: optionalLocalDateTime,
  endsAt: optionalLocalDateTime,
  plannedMinutes: z.coerce.number({ error: "validation.number" }).int().min(1).max(10_080).default(30),
  audience: z.enum(agendaAudiences, choice).default("public"),
  attribution: z.enum(attributionRules, choice).default("on_record"),
  languages: several(z.enum(spokenLanguages, choice), spokenLanguages.length),
  expected: optionalNumber(0, 100_000),
  /** What the item is about, or what belongs to it. */
  statementIds: several(id, 20),
  announcementIds: several(id, 20),
  /** Languages whose words were looked at and are still right, although another's have changed. */
  stillRight: several(z.enum(locales, choice), locales.length),
  people: z
    .array(person)
    .max(60)
    .default([])
    .transform((people) => people.filter((one) => one.personId !== "")),
});

type Times = { startsAt: string | null; endsAt: string | null };
const bothOrNone = ({ startsAt, endsAt }: Times) => (startsAt === null) === (endsAt === null);
const ends = ({ startsAt, endsAt }: Times) => !startsAt || !endsAt || endsAt > startsAt;
const oneTime = { path: ["endsAt"], error: "validation.bothTimes" };
const endsAfterStart = { path: ["endsAt"], error: "validation.endsBeforeStart" };

/** A new item of an event's agenda. */
export const agendaItemInput = facts.refine(bothOrNone, oneTime).refine(ends, endsAfterStart);
export type AgendaItemInput = z.output<typeof agendaItemInput>;

/** A change of an item, made on a revision. */
export const editAgendaItemInput = facts
  .extend({ id, revision })
  .refine(bothOrNone, oneTime)
  .refine(ends, endsAfterStart);
export type EditAgendaItemInput = z.output<typeof editAgendaItemInput>;

export const removeAgendaItemInput = z.object(refOfItem);
export type RemoveAgendaItemInput = z.output<typeof removeAgendaItemInput>;

/** Where an item goes: local times and room, or back to the tray; made on a revision. */
const placing = z
  .object({
    ...refOfItem,
    startsAt: localDateTime.nullable(),
    endsAt: localDateTime.nullable(),
    roomId: id.nullable(),
  })
  .refine(bothOrNone, oneTime)
  .refine(ends, endsAfterStart);

/** Items that are placed in one step: all of them, or none. */
export const placeInput = z.object({ eventId: id, items: z.array(placing).min(1).max(500) });
export type PlaceInput = z.output<typeof placeInput>;

export const duplicateItemInput = z.object(refOfItem);
export type DuplicateItemInput = z.output<typeof duplicateItemInput>;

/** An item and the revision it was seen in, as one field of a form sends both: `id:revision`. */
const seenItem = z
  .string()
  .max(60, choice)
  .transform((sent, ctx) => {
    const parsed = z.object(refOfItem).safeParse({ id: sent.slice(0, 36), revision: sent.slice(37) });
    if (parsed.success) return parsed.data;
    ctx.addIssue({ code: "custom", message: choice.error });
    return z.NEVER;
  });

const clock = z
  .union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "validation.dateTime" })])
  .default("");

/** Moving a day of the agenda, or the rest of it from a time of day on: to another day, and by minutes. */
export const moveBlockInput = z.object({
  eventId: id,
  day,
  /** Local, `HH:MM`; empty: the whole day. */
  from: clock,
  toDay: day,
  minutes: z.coerce.number({ error: "validation.number" }).int().min(-1_440).max(1_440).default(0),
  /** The items of the draft as they were seen. */
  seen: z.preprocess((sent) => [sent ?? []].flat(), z.array(seenItem).max(2_000)),
});
export type MoveBlockInput = z.output<typeof moveBlockInput>;

/** Copying the agenda of another event, with or without its people. */
export const copyFromInput = z.object({ eventId: id, from: id, people: ticked });
export type CopyFromInput = z.output<typeof copyFromInput>;

const releaseNumber = z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647);

/**
 * A release of the agenda: the number of the one it follows (0: none yet), what the public is told of it, and the mark of
 * the draft that was looked at, where it was.
 */
export const releaseInput = z.object({
  eventId: id,
  after: releaseNumber,
  note: optionalLocalizedLines(1_000),
  seen: z.string().max(64).optional(),
});
export type ReleaseInput = z.output<typeof releaseInput>;

/** An earlier release, by its number, that is to be released again after the latest. */
export const releaseAgainInput = z.object({
  eventId: id,
  after: releaseNumber,
  number: releaseNumber,
  note: optionalLocalizedLines(1_000),
});
export type ReleaseAgainInput = z.output<typeof releaseAgainInput>;

/** What holds back a release of an event's agenda, and the minutes to walk between its buildings; on its revision. */
export const checksInput = z.object({
  id,
  revision,
  walkingMinutes: z.coerce
    .number({ error: "validation.number" })
    .int({ error: "validation.number" })
    .min(0, { error: "validation.number" })
    .max(240, { error: "validation.number" }),
  hardFindings: several(z.enum(findingKinds, choice), findingKinds.length),
});
export type ChecksInput = z.output<typeof checksInput>;
/** A delay on the day: from which item on, by how many minutes, and the number of the release it follows. */
export const delayInput = z.object({
  eventId: id,
  itemId: id,
  after: z.coerce.number({ error: "validation.number" }).int().min(1).max(2_147_483_647),
  minutes: z.coerce
    .number({ error: "validation.number" })
    .int({ error: "validation.number" })
    .min(1, { error: "validation.number" })
    .max(240, { error: "validation.number" }),
});
export type DelayInput = z.output<typeof delayInput>;

/** The beginning or the end of an item as it really happens; the revision of its record, 0 before there is one. */
export const runInput = z.object({
  eventId: id,
  itemId: id,
  revision: z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647),
});
export type RunInput = z.output<typeof runInput>;

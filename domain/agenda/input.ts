import { z } from "zod";
import {
  agendaAudiences,
  agendaItemKinds,
  agendaRoles,
  attributionRules,
  confirmations,
  presences,
  spokenLanguages,
} from "@/db/enums";
import {
  id,
  localizedLine,
  optionalId,
  optionalLocalDateTime,
  optionalLocalizedLines,
  optionalNumber,
  revision,
  several,
} from "@/domain/input";

const choice = { error: "validation.choice" };

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

export const removeAgendaItemInput = z.object({ id, revision });
export type RemoveAgendaItemInput = z.output<typeof removeAgendaItemInput>;

/** A release of the agenda: the number of the one it follows (0: none yet), and what the public is told of it. */
export const releaseInput = z.object({
  eventId: id,
  after: z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647),
  note: optionalLocalizedLines(1_000),
});
export type ReleaseInput = z.output<typeof releaseInput>;

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

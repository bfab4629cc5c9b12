import { z } from "zod";
import { agendaItemKinds, agendaRoles } from "@/db/enums";
import {
  id,
  localDateTime,
  localizedLine,
  optionalLine,
  optionalLocalizedLines,
  revision,
} from "@/domain/input";

const choice = { error: "validation.choice" };

const facts = z.object({
  eventId: id,
  kind: z.enum(agendaItemKinds, choice),
  title: localizedLine(200),
  abstract: optionalLocalizedLines(4_000),
  room: optionalLine(100),
  /** Local to the event's zone. */
  startsAt: localDateTime,
  endsAt: localDateTime,
  people: z
    .array(z.object({ personId: z.union([z.literal(""), id]), role: z.enum(agendaRoles, choice) }))
    .max(40)
    .default([])
    .transform((people) => people.filter((person) => person.personId !== "")),
});

const ends = (item: { startsAt: string; endsAt: string }) => item.endsAt > item.startsAt;
const endsAfterStart = { path: ["endsAt"], error: "validation.endsBeforeStart" };

/** A new item of an event's agenda. */
export const agendaItemInput = facts.refine(ends, endsAfterStart);
export type AgendaItemInput = z.output<typeof agendaItemInput>;

/** A change of an item, made on a revision. */
export const editAgendaItemInput = facts.extend({ id, revision }).refine(ends, endsAfterStart);
export type EditAgendaItemInput = z.output<typeof editAgendaItemInput>;

export const removeAgendaItemInput = z.object({ id, revision });
export type RemoveAgendaItemInput = z.output<typeof removeAgendaItemInput>;

import { z } from "zod";
import { eventFormats, eventKinds, hostRoles, registrationPolicies } from "@/db/enums";
import {
  id,
  lines,
  localDateTime,
  localizedLine,
  optionalCountry,
  optionalLine,
  optionalLocalDateTime,
  optionalLocalizedLine,
  optionalLocalizedLines,
  optionalNumber,
  revision,
  slug,
  ticked,
  zone,
} from "@/domain/input";
import { localTimeProblem } from "@/lib/time";

const choice = { error: "validation.choice" };

const facts = z.object({
  kind: z.enum(eventKinds, choice),
  title: localizedLine(200),
  summary: optionalLocalizedLines(2_000),
  slug,
  startsAt: localDateTime,
  endsAt: localDateTime,
  zone,
  allDay: ticked,
  format: z.enum(eventFormats, choice),
  venue: optionalLine(200),
  city: optionalLocalizedLine(100),
  country: optionalCountry,
  parentEvent: optionalLine(120),
  hosts: z
    .array(z.object({ organisationId: z.union([z.literal(""), id]), role: z.enum(hostRoles, choice) }))
    .max(20)
    .default([])
    .transform((hosts) => hosts.filter((host) => host.organisationId !== ""))
    .refine((hosts) => new Set(hosts.map((host) => host.organisationId)).size === hosts.length, {
      error: "validation.twice",
    }),
  capacity: optionalNumber(0, 100_000),
  registrationPolicy: z.enum(registrationPolicies, choice),
  registrationOpensAt: optionalLocalDateTime,
  registrationClosesAt: optionalLocalDateTime,
});

type Facts = z.output<typeof facts> & { zoneChange?: ZoneChange };

const times = ["startsAt", "endsAt", "registrationOpensAt", "registrationClosesAt"] as const;

/** What stays where an event's zone is changed: its local times, so that it moves, or the instants, so that its hours are told anew. */
export const zoneChanges = ["local", "instants"] as const;
type ZoneChange = (typeof zoneChanges)[number];

/**
 * Every time must exist in the event's zone exactly once, and ends must come after beginnings. Where the instants stay,
 * the times are still those of the zone before, which only the verb knows.
 */
function checkTimes(event: Facts, check: z.RefinementCtx) {
  for (const field of event.zoneChange === "instants" ? [] : times) {
    const message = event[field] && localTimeProblem(event[field], event.zone);
    if (message) check.addIssue({ code: "custom", path: [field], message });
  }
  if (event.endsAt <= event.startsAt) {
    check.addIssue({ code: "custom", path: ["endsAt"], message: "validation.endsBeforeStart" });
  }
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  if (opens && closes && closes <= opens) {
    check.addIssue({ code: "custom", path: ["registrationClosesAt"], message: "validation.endsBeforeStart" });
  }
}

/** A new event, its times local to its zone. */
export const eventInput = facts.superRefine(checkTimes);
export type EventInput = z.output<typeof eventInput>;

/** A change of an event, made on a revision. `zoneChange` counts where the zone is another; absent, the local times stay. */
export const editEventInput = facts
  .extend({ id, revision, zoneChange: z.enum(zoneChanges, choice).optional() })
  .superRefine(checkTimes);
export type EditEventInput = z.output<typeof editEventInput>;

/** A step that needs nothing but the revision it was decided on. */
export const eventStepInput = z.object({ id, revision });
export type EventStepInput = z.output<typeof eventStepInput>;

export const cancelEventInput = eventStepInput.extend({ reason: lines(1_000) });
export type CancelEventInput = z.output<typeof cancelEventInput>;

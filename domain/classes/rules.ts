import { type EventKind, type ParticipationClass, participationClasses } from "@/db/enums";

/** A class an event has: a delegation's quota in it (null: no limit) and the zones its badge opens. */
export type EventClass = { class: ParticipationClass; quota: number | null; zones: string };

const of = (quotas: Partial<Record<ParticipationClass, number | null>>): EventClass[] =>
  Object.entries(quotas).map(([name, quota]) => ({ class: name as ParticipationClass, quota, zones: "" }));

/**
 * The classes an event begins with, in the order of priority. A ministerial summit has the full party (after the
 * practice of UN conferences: one head, a few delegates, as many advisers); an expert dialogue has people rather than
 * parties; a briefing is for whoever comes and the press.
 */
export function presetClasses(kind: EventKind): EventClass[] {
  if (kind === "summit" || kind === "launch") {
    return of({
      head: 1,
      delegate: 4,
      adviser: 3,
      speaker: null,
      interpreter: 1,
      security: 2,
      staff: 2,
      observer: 2,
      press: null,
    });
  }
  if (kind === "briefing" || kind === "side_event") {
    return of({ head: 1, delegate: 4, speaker: null, observer: null, press: null, staff: 2 });
  }
  if (kind === "board_meeting") return of({ head: 1, delegate: 1, adviser: 2, observer: 1, staff: 1 });
  return of({ head: 1, delegate: 3, adviser: 2, speaker: null, observer: 2, staff: 1 });
}

/** The sets of classes that can be applied to an event by name, and the kind of event each is made for. */
export const classPresets = {
  ministerial_summit: "summit",
  expert_dialogue: "dialogue",
  briefing: "briefing",
} as const satisfies Record<string, EventKind>;
export type ClassPreset = keyof typeof classPresets;

/** An event's classes as their form holds them: every class there is, whether the event has it, and its place. */
export function classesValues(classes: readonly EventClass[]) {
  return participationClasses.map((of, n) => {
    const place = classes.findIndex((row) => row.class === of);
    const row = classes[place];
    return {
      class: of,
      has: row !== undefined,
      position: row ? place + 1 : classes.length + n + 1,
      quota: row?.quota ?? "",
      zones: row?.zones ?? "",
    };
  });
}

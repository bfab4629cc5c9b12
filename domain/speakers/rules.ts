import {
  type AgendaAudience,
  type AgendaItemKind,
  type AttributionRule,
  type ParticipationLevel,
  type SpeakerState,
  type SpeakingClass,
  speakingClasses,
} from "@/db/enums";

/** Seconds each may speak: by class, and whoever speaks for a group. */
export type Limits = Record<SpeakingClass | "group", number>;

/** What a list begins with: three minutes strictly, as at high-level segments; five for whoever speaks for a group. */
export const usualLimits: Limits = {
  head_of_state: 300,
  head_of_government: 300,
  minister: 180,
  vice_minister: 180,
  other: 180,
  group: 300,
};

/** Seconds somebody may speak: that of their class; for a group at least what groups are given. */
export function limitFor(
  limits: Limits,
  { of, onBehalfOf }: { of: SpeakingClass; onBehalfOf: string },
): number {
  return onBehalfOf === "" ? limits[of] : Math.max(limits[of], limits.group);
}

/** The class somebody of a level speaks in. */
export function classOf(level: ParticipationLevel): SpeakingClass {
  return speakingClasses.find((one) => one === level) ?? "other";
}

/** A clock as it is kept: since when it runs (null: it stands), and the milliseconds used before that. */
export type Timer = { runningSince: Date | null; usedMs: number };

/** Milliseconds used at a moment; a clock that is told to run from later on has used nothing more. */
export function usedAt({ runningSince, usedMs }: Timer, at: Date): number {
  return usedMs + (runningSince ? Math.max(0, at.getTime() - runningSince.getTime()) : 0);
}

/** Milliseconds left of a limit in seconds; negative where the time is over. */
export function leftAt(timer: Timer & { limitSeconds: number }, at: Date): number {
  return timer.limitSeconds * 1_000 - usedAt(timer, at);
}

/** Minutes and seconds as a clock tells them: "2:05", and "−0:12" twelve seconds after the end. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  const [minutes, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  return `${seconds < 0 ? "−" : ""}${minutes}:${String(rest).padStart(2, "0")}`;
}

/** How a clock stands: with time left, within its last half minute, or over. */
export function clockState(ms: number): "left" | "soon" | "over" {
  if (ms <= 0) return "over";
  return ms <= 30_000 ? "soon" : "left";
}

/** States in which somebody still waits for the floor. */
export const queued: readonly SpeakerState[] = ["waiting", "absent"];

type Heard = { kind: AgendaItemKind; audience: AgendaAudience; attribution: AttributionRule };

/** Whether the public may know who says something in an item: in a public one that is on the record, and no other. */
export function isOnRecord({ kind, audience, attribution }: Heard): boolean {
  return audience === "public" && attribution === "on_record" && kind !== "hold" && kind !== "travel";
}

import type { Localized, SpeakerState, SpeakingClass } from "@/db/enums";
import type { FormAction } from "@/lib/form";

/** Somebody on a list, for those who run it. */
export type ListedSpeaker = {
  id: string;
  revision: number;
  organisation: Localized;
  name: string | null;
  courtesyTitle: string | null;
  onBehalfOf: string;
  class: SpeakingClass;
  state: SpeakerState;
  pinnedTo: number | null;
  pinReason: string;
  calledAt: Date | null;
  limitSeconds: number | null;
  runningSince: Date | null;
  usedMs: number;
  speechId: string | null;
};

/** What can be done with a list and those on it. */
export type ListActions = Record<
  "call" | "absent" | "giveFloor" | "pause" | "end" | "withdraw" | "extend" | "pin",
  FormAction
>;

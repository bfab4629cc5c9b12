import type { AnswerAudience, Localized, QuestionKind, QuestionStage } from "@/db/enums";
import type { Option } from "../rules";

/** A question that is not yet one of an event's: known by a key, for the conditions of those after it. */
export type Draft = {
  key: string;
  stage: QuestionStage;
  kind: QuestionKind;
  label: Localized;
  help: Localized;
  options: Option[];
  required: boolean;
  audience: AnswerAudience;
  keptDays: number | null;
  reviewed: boolean;
  shownIf?: { key: string; value: string };
};

/** Days after the event until what is sensitive is erased, where nobody says otherwise. */
export const sensitiveDays = 30;

/** A draft from what is said of it; the rest is optional, for the secretariat, and kept with the participation. */
export function ask(
  key: string,
  kind: QuestionKind,
  label: Localized,
  more: Partial<Omit<Draft, "key" | "kind" | "label">> = {},
): Draft {
  return {
    key,
    kind,
    label,
    stage: "registration",
    help: {},
    options: [],
    required: false,
    audience: "secretariat",
    keptDays: null,
    reviewed: false,
    ...more,
  };
}

/** An option by its value and its words in both languages. */
export const option = (value: string, en: string, sv: string): Option => ({ value, label: { en, sv } });

export const yesAndNo = [option("yes", "Yes", "Ja"), option("no", "No", "Nej")];

import type { PresetName } from "../input";
import type { FormQuestion } from "../queries";
import { sameQuestion } from "../row";
import { afterApproval as after } from "./approved";
import type { Draft } from "./draft";
import { atRegistration as at } from "./registration";

const assistance = [after.assistance, after.assistant];

const presets: Record<PresetName, Draft[]> = {
  summit: [
    at.interpretation,
    at.visa,
    at.embassy,
    at.meals,
    at.otherMeals,
    at.photographs,
    after.nationality,
    after.passport,
    after.passportCopy,
    after.arrival,
    after.departure,
    after.transfer,
    after.flight,
    ...assistance,
    after.emergency,
  ],
  dialogue: [
    at.expertise,
    at.contribution,
    at.topic,
    at.attendance,
    at.meals,
    at.otherMeals,
    at.photographs,
    ...assistance,
  ],
  briefing: [at.attendance, at.inAdvance, at.photographs, ...assistance],
};

/** The questions of a preset, in order: a ministerial summit, an expert dialogue, a briefing. */
export function presetOf(name: PresetName): Draft[] {
  return presets[name];
}

/** What a preset would add to a form: the questions that are not asked yet. */
export function missingFrom(
  asked: readonly Pick<FormQuestion, "stage" | "label">[],
  name: PresetName,
): Draft[] {
  return presetOf(name).filter((draft) => !asked.some((question) => sameQuestion(question, draft)));
}

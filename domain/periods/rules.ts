import type { Localized, PeriodKind } from "@/db/enums";
import { type Appointment, holdsOn } from "@/domain/people/rules";

/** A government's, a phase's or a presidency's term; the day it ended belongs to the next one. */
export type Period = {
  id: string;
  kind: PeriodKind;
  name: Localized;
  /** Of a government, whose. */
  organisationId: string | null;
  fromOn: string;
  toOn: string | null;
};

/** A text, an adoption, a meeting: its day, and the period that was chosen for it by hand. */
export type Dated = {
  day: string;
  periodId: string | null;
  /** The organisations whose office holders speak in it. */
  governments?: ReadonlySet<string>;
};

/** Whether a day lies in a period. */
export function contains({ fromOn, toOn }: Pick<Period, "fromOn" | "toOn">, day: string): boolean {
  return fromOn <= day && (toOn === null || day < toOn);
}

/** Whether a period is over on a day. */
export function isClosed({ toOn }: Pick<Period, "toOn">, today: string): boolean {
  return toOn !== null && toOn <= today;
}

/**
 * The periods something belongs to: the one chosen by hand, else every phase and presidency in which its day lies, and
 * the governments of those whose office holders speak in it.
 */
export function periodsOf<P extends Period>(
  { day, periodId, governments }: Dated,
  periods: readonly P[],
): P[] {
  if (periodId !== null) return periods.filter((period) => period.id === periodId);
  return periods.filter(
    (period) =>
      contains(period, day) &&
      (period.kind !== "government" ||
        (period.organisationId !== null && governments?.has(period.organisationId) === true)),
  );
}

/** Of the periods something belongs to those that are over: they are said before the text. */
export function closedPeriodsOf<P extends Period>(text: Dated, periods: readonly P[], today: string): P[] {
  return periodsOf(text, periods).filter((period) => isClosed(period, today));
}

type Speaking = { held: readonly (Appointment & { organisationId: string | null })[] };

/** The organisations of which some people held an office on a day: whose governments speak in a text. */
export function governmentsOf(people: readonly Speaking[], day: string): ReadonlySet<string> {
  return new Set(
    people.flatMap(({ held }) =>
      held.filter((one) => holdsOn(one, day)).flatMap((one) => one.organisationId ?? []),
    ),
  );
}

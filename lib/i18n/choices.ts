import type { Locale, Localized } from "@/db/enums";
import { pick } from "./pick";

/** Things with a name per language as the choices of a field, in the order of the alphabet of the language. */
export function namedChoices(rows: readonly { id: string; name: Localized | string }[], locale: Locale) {
  return rows
    .map(({ id, name }) => ({ value: id, label: typeof name === "string" ? name : pick(name, locale).text }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** The countries of ISO 3166-1 by their names in a language. Codes that name no country (EU, UN, ZZ …) are left out. */
export function countryChoices(locale: Locale) {
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
  return letters
    .flatMap((a) => letters.map((b) => `${a}${b}`))
    .filter((code) => !notCountries.has(code))
    .map((code) => ({ value: code, label: names.of(code) ?? "" }))
    .filter((choice) => choice.label !== "")
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** The countries where a form asks for one, and none where it does not: they are a long list to send. */
export function countriesFor(questions: readonly { kind: string }[], locale: Locale) {
  return questions.some((question) => question.kind === "country") ? countryChoices(locale) : [];
}

/** Reserved and withdrawn codes that the names' tables know. */
const notCountries = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ".split(
    " ",
  ),
);

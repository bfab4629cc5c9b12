import type { Localized } from "@/db/enums";
import { Refusal } from "@/lib/refusal";
import { type Addressed, problemsOf, type Template } from "./rules";

/**
 * Refuses words that could not be filled: `unknown_placeholder` and `placeholder_missing`, each with the names in
 * braces.
 */
export function ensureFillable(
  of: Template | Addressed,
  words: { subject: Localized; body: Localized },
): void {
  const problems = problemsOf(of, words);
  for (const [kind, code] of [
    ["unknown", "unknown_placeholder"],
    ["missing", "placeholder_missing"],
  ] as const) {
    const names = problems.filter((one) => one.kind === kind).map((one) => `{${one.placeholder}}`);
    if (names.length > 0) throw new Refusal(code, { names: [...new Set(names)].join(", ") });
  }
}
